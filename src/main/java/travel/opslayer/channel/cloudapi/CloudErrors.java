package travel.opslayer.channel.cloudapi;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the provider's error codes mean, read from {@code errors.csv}. */
final class CloudErrors {

  /** What follows from an error. */
  enum Kind {
    /** The provider may take it later. */
    RETRY,
    /** Once more after the media has been looked at; nothing of ours does that by itself. */
    CHECK,
    /** Perhaps after a day; never by itself. */
    WAIT,
    /** The channel is broken until its operator has repaired it. */
    STOP,
    /** This message will never be taken. */
    PERMANENT,
    /** The 24-hour window is shut. */
    WINDOW,
    /** The recipient has withdrawn a consent. */
    CONSENT,
    /** This recipient cannot be written to. */
    RECIPIENT,
    /** The template cannot be used for now. */
    TEMPLATE
  }

  record Row(Kind kind, String meaning) {}

  private final Map<String, Row> rows;

  private CloudErrors(Map<String, Row> rows) {
    this.rows = Map.copyOf(rows);
  }

  static CloudErrors load() {
    try (var in =
        requireNonNull(CloudErrors.class.getResourceAsStream("/channel/cloudapi/errors.csv"))) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The table of provider errors cannot be read.", e);
    }
  }

  static CloudErrors of(String csv) {
    var rows = new HashMap<String, Row>();
    csv.lines()
        .skip(1)
        .filter(it -> !it.isBlank())
        .map(it -> it.split(",", 3))
        .forEach(
            it -> {
              var row = new Row(Kind.valueOf(it[1].toUpperCase(Locale.ROOT)), it[2]);
              codes(it[0]).forEach(code -> rows.put(code, row));
            });
    return new CloudErrors(rows);
  }

  /** One code, or a range such as 200-299. */
  private static Stream<String> codes(String codes) {
    var ends = codes.split("-", 2);
    return ends.length == 1
        ? Stream.of(codes)
        : IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
            .mapToObj(Integer::toString);
  }

  Optional<Row> find(String code) {
    return Optional.ofNullable(rows.get(code));
  }
}
