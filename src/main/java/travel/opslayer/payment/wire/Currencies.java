package travel.opslayer.payment.wire;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import travel.opslayer.payment.Money;

/**
 * How a provider counts each currency, read from its {@code currencies.csv}. What is not in the
 * table has two decimals there as in ISO 4217, or is not taken: a wrong guess is a hundred times
 * wrong.
 */
public final class Currencies {

  private static final String NOT_TAKEN = "-";

  /**
   * How one currency is counted.
   *
   * @param decimals that the provider's amounts have
   * @param step that the provider's amounts must be a multiple of
   */
  private record Row(int decimals, long step) {}

  private final Map<String, Row> rows;
  private final Set<String> notTaken;

  private Currencies(Map<String, Row> rows, Set<String> notTaken) {
    this.rows = Map.copyOf(rows);
    this.notTaken = Set.copyOf(notTaken);
  }

  /** The table of a provider. */
  public static Currencies of(String provider) {
    var file = "/payment/%s/currencies.csv".formatted(provider);
    try (var in = requireNonNull(Currencies.class.getResourceAsStream(file), file)) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The table of currencies cannot be read.", e);
    }
  }

  private static Currencies read(String csv) {
    var rows = new HashMap<String, Row>();
    var notTaken = new HashSet<String>();
    csv.lines()
        .skip(1)
        .map(it -> it.split(",", 4))
        .forEach(
            it -> {
              if (it[1].equals(NOT_TAKEN)) {
                notTaken.add(it[0]);
              } else {
                rows.put(it[0], new Row(Integer.parseInt(it[1]), Long.parseLong(it[2])));
              }
            });
    return new Currencies(rows, notTaken);
  }

  /** The amount as the provider counts it; empty when it cannot take it. */
  public OptionalLong there(Money money) {
    var row = row(money.currency());
    var ours = decimals(money.currency());
    if (row == null || ours < 0) {
      return OptionalLong.empty();
    }
    var amount = shifted(money.minor(), row.decimals() - ours);
    return amount.isPresent() && amount.getAsLong() % row.step() == 0
        ? amount
        : OptionalLong.empty();
  }

  /**
   * An amount of the provider as we count it; null when it is none, or none of ours.
   *
   * @param currency in whatever letters the provider writes
   */
  public @Nullable Money here(@Nullable Long amount, @Nullable String currency) {
    var code = currency == null ? "" : currency.toUpperCase(Locale.ROOT);
    var row = row(code);
    var ours = decimals(code);
    if (amount == null || amount < 0 || row == null || ours < 0) {
      return null;
    }
    var minor = shifted(amount, ours - row.decimals());
    return minor.isPresent() ? new Money(minor.getAsLong(), code) : null;
  }

  /** Why {@link #there} gives nothing, for people. */
  public String refusal(Money money) {
    var row = row(money.currency());
    return row == null || decimals(money.currency()) < 0
        ? "The provider does not take this currency (%s). Maybe ask for another one."
            .formatted(money.currency())
        : "The provider does not take this amount (%s). Maybe round it: it counts %d decimals in steps of %d."
            .formatted(money, row.decimals(), row.step());
  }

  private @Nullable Row row(String currency) {
    var row = rows.get(currency);
    if (row != null || notTaken.contains(currency)) {
      return row;
    }
    return decimals(currency) == 2 ? new Row(2, 1) : null;
  }

  /** By ISO 4217; below zero for what is no currency. */
  private static int decimals(String currency) {
    try {
      return Currency.getInstance(currency).getDefaultFractionDigits();
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  /** Empty when a digit would be lost at either end. */
  private static OptionalLong shifted(long amount, int places) {
    var factor = 1L;
    for (var i = 0; i < Math.abs(places); i++) {
      factor *= 10;
    }
    if (places < 0) {
      return amount % factor == 0 ? OptionalLong.of(amount / factor) : OptionalLong.empty();
    }
    return amount > Long.MAX_VALUE / factor
        ? OptionalLong.empty()
        : OptionalLong.of(amount * factor);
  }
}
