package travel.opslayer.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.database.SqlArray;

/**
 * What a pack is about, and for whom.
 *
 * @param object code of the thing
 * @param codes of all that belongs to it, the thing itself among them
 * @param named codes that may be spoken of beside them, such as the trip of an incident
 * @param since nothing was said of it before, so that older messages are not searched
 * @param mask takes out of words what the reader may not see
 */
record Scope(
    Sql sql,
    int tenant,
    String object,
    List<String> codes,
    List<String> named,
    Instant since,
    UnaryOperator<String> mask,
    ZoneId zone) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  /** A link of ours opens what is behind it for whoever has it. */
  private static final Pattern LINK = Pattern.compile("(/[pm]/)[\\w-]{8,}");

  SqlArray all() {
    return Sql.array("text", codes);
  }

  /** Is there nothing of this code that belongs to somebody else? */
  boolean isAbout(String code) {
    return codes.contains(code) || named.contains(code);
  }

  String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  @Nullable String timeOrNull(@Nullable Instant at) {
    return at == null ? null : time(at);
  }

  @Nullable String words(@Nullable String words) {
    return words == null ? null : mask.apply(LINK.matcher(words).replaceAll("$1[•••]"));
  }

  /** A row of a section; what is unknown is left out. */
  static Map<String, Object> row(@Nullable Object... pairs) {
    var row = new LinkedHashMap<String, Object>();
    for (var i = 0; i + 1 < pairs.length; i += 2) {
      var value = pairs[i + 1];
      if (value != null && !value.toString().isBlank()) {
        row.put(String.valueOf(pairs[i]), value);
      }
    }
    return row;
  }

  @Override
  public String toString() {
    return "scope of " + object;
  }
}
