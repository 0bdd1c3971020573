package travel.opslayer.facts;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import travel.opslayer.conversation.Pace;

/**
 * The numbers that business staff set, by name, as they wrote them in {@code parameters}: a number
 * stands in one place only.
 *
 * @param rota who is on duty when
 */
public record Parameters(Map<String, String> values, Rota rota) {

  private static final String OFFICE = "P-OFFICE";

  private static final String QUIET = "P-NIGHT";

  private static final String TOGETHER = "P-TOGETHER";

  /** In which crews pay and are paid, and cars are. */
  private static final String CURRENCY = "P-FIELD-CURRENCY";

  private static final Currency USUAL_CURRENCY = Currency.getInstance("NPR");

  /** How much is taken of a kind of file. */
  private static final Map<String, String> SIZES =
      Map.of(
          "image", "P-MEDIA-IMAGE",
          "video", "P-MEDIA-VIDEO",
          "audio", "P-MEDIA-AUDIO",
          "document", "P-MEDIA-DOCUMENT");

  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,2}) ?MB");

  /** What a car for one party costs, and who drives. */
  private static final Set<String> CARS = Set.of("P-CAR", "P-CARS");

  /** The lengths of time that the service itself reads; those in tables are checked there. */
  private static final Set<String> LENGTHS =
      Set.of("P-BURST", "P-BURST-STAFF", "P-BURST-GREETING", "P-BURST-ALBUM");

  /** Whoever waits longer for an answer has written to somebody else. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public Parameters {
    values = Map.copyOf(values);
  }

  public Parameters(Map<String, String> values) {
    this(values, Rota.NONE);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Whether the service itself reads it; others count where a table names them. */
  public static boolean isForService(String name) {
    return name.equals(OFFICE)
        || name.equals(QUIET)
        || name.equals(TOGETHER)
        || name.equals(CURRENCY)
        || isSize(name)
        || LateNews.reads(name)
        || CARS.contains(name)
        || LENGTHS.contains(name);
  }

  /** What would do, when the service cannot read this value; nothing, when it can. */
  public static Optional<String> advice(String name, String value) {
    if (name.equals(OFFICE)) {
      return OfficeHours.of(value, ZoneOffset.UTC).isPresent()
          ? Optional.empty()
          : Optional.of("write it as Sun-Fri 09:00-19:00.");
    }
    if (name.equals(QUIET)) {
      return value.strip().matches("([01]\\d|2[0-3]):[0-5]\\d ?[-–] ?([01]\\d|2[0-3]):[0-5]\\d")
          ? Optional.empty()
          : Optional.of("write it as 22:00-07:00.");
    }
    if (name.equals(CURRENCY)) {
      return currency(value).isPresent() ? Optional.empty() : Optional.of("write it as NPR.");
    }
    if (isSize(name)) {
      return SIZE.matcher(value.strip()).matches() ? Optional.empty() : Optional.of("write 16 MB.");
    }
    if (!LENGTHS.contains(name)) {
      return LateNews.advice(name, value);
    }
    return Durations.of(value)
        .map(it -> it.compareTo(LONGEST) > 0 ? Optional.of("write 10 min at most.") : none())
        .orElseGet(() -> Optional.of("write it as 4 s or 1 min."));
  }

  private static Optional<Currency> currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(it -> it.getCurrencyCode().equals(code.strip()))
        .findFirst();
  }

  /** In which crews pay and are paid, and cars are. */
  public Currency fieldCurrency() {
    return text(CURRENCY).flatMap(Parameters::currency).orElse(USUAL_CURRENCY);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  /** How many bytes of this kind are taken; {@code usual} when staff have not set it. */
  public long bytes(String kind, long usual) {
    return Optional.ofNullable(SIZES.get(kind))
        .flatMap(this::text)
        .map(it -> SIZE.matcher(it.strip()))
        .filter(Matcher::matches)
        .map(it -> Long.parseLong(it.group(1)) * 1024 * 1024)
        .orElse(usual);
  }

  private static boolean isSize(String name) {
    return SIZES.containsValue(name);
  }

  /** Groups of wishes that are one request when they come in one message. */
  public List<Set<String>> together() {
    return Stream.of(text(TOGETHER).orElse("").split(";"))
        .map(group -> Stream.of(group.split(",")).map(String::strip).collect(Collectors.toSet()))
        .toList();
  }

  /** A length of time; {@code usual} when staff have not set one. */
  public Duration duration(String name, Duration usual) {
    return text(name).flatMap(Durations::of).orElse(usual);
  }

  /** When what a colleague writes has waited for a signal, and how long it is waited for. */
  public Pace.Late late() {
    return LateNews.of(this);
  }

  /** When the office is open; always, when staff have not said. */
  public OfficeHours office(ZoneId zone) {
    return text(OFFICE)
        .flatMap(it -> OfficeHours.of(it, zone))
        .orElseGet(() -> OfficeHours.always(zone));
  }
}
