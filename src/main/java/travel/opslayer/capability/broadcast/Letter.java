package travel.opslayer.capability.broadcast;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.facts.words.Codes;

/**
 * What a colleague has us say to many. For whom it is stands between the first word and a colon, as
 * in "broadcast to all guests of EBC-0315: ..."; without a colon it is one word, as in "announce
 * crew meet at 5". All behind it is said as it was written.
 *
 * @param audience guests, crew, colleagues; null when nothing tells
 * @param about a departure or trip, or a role of colleagues
 */
record Letter(@Nullable String audience, @Nullable String about, String words) {

  private static final Map<String, String> AUDIENCES =
      Map.ofEntries(
          Map.entry("guests", Broadcast.GUESTS),
          Map.entry("guest", Broadcast.GUESTS),
          Map.entry("customers", Broadcast.GUESTS),
          Map.entry("crew", Broadcast.CREW),
          Map.entry("guides", Broadcast.CREW),
          Map.entry("drivers", Broadcast.CREW),
          Map.entry("staff", Broadcast.COLLEAGUES),
          Map.entry("team", Broadcast.COLLEAGUES),
          Map.entry("colleagues", Broadcast.COLLEAGUES));

  private static final Map<String, String> ROLES =
      Map.of(
          "sales", "sales",
          "operations", "operations",
          "ops", "operations",
          "managers", "manager");

  private static final Set<String> SMALL =
      Set.of("to", "the", "all", "for", "of", "on", "our", "everybody", "everyone", "and");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d-]+");
  private static final Pattern VERB = Pattern.compile("^\\s*\\p{L}+");
  private static final Pattern HEAD = Pattern.compile("^([^:\\n]{0,60}):");

  /** A code, which may stand apart as in "ebc 0315", or a word. */
  private static final Pattern FIRST =
      Pattern.compile("^[\\s,]*((?:\\p{L}{2,6}[ -]?\\d{2,9}|[\\p{L}\\p{M}]+))(?![\\p{L}\\d])");

  static Letter of(List<String> bubbles) {
    var text = VERB.matcher(String.join("\n", bubbles)).replaceFirst("");
    var head = HEAD.matcher(text);
    if (head.find()) {
      var read = head(head.group(1));
      if (read != null) {
        return new Letter(read.audience(), read.about(), words(text.substring(head.end())));
      }
    }
    return first(text);
  }

  /** All words before the colon say for whom it is, or none does. */
  private static @Nullable Letter head(String head) {
    var codes = Codes.in(apart(head), Set.of());
    var audience = codes.isEmpty() ? null : Broadcast.GUESTS;
    var about = codes.isEmpty() ? null : codes.getFirst();
    var words = WORD.matcher(apart(head)).results().map(it -> it.group()).toList();
    for (var typed : words) {
      var word = typed.toLowerCase(Locale.ROOT);
      if (AUDIENCES.containsKey(word)) {
        audience = AUDIENCES.get(word);
      } else if (ROLES.containsKey(word)) {
        audience = Broadcast.COLLEAGUES;
        about = ROLES.get(word);
      } else if (!SMALL.contains(word) && Codes.in(word, Set.of()).isEmpty()) {
        return null;
      }
    }
    return codes.size() > 1 ? null : new Letter(audience, about, "");
  }

  private static Letter first(String text) {
    var rest = text;
    for (var found = FIRST.matcher(rest); found.find(); found = FIRST.matcher(rest)) {
      var word = found.group(1).toLowerCase(Locale.ROOT);
      var read = head(word);
      rest = rest.substring(found.end());
      if (read == null) {
        break;
      }
      if (read.audience() != null) {
        return new Letter(read.audience(), read.about(), words(rest));
      }
    }
    return new Letter(null, null, words(text));
  }

  /** "ebc 0315" as one word. */
  private static String apart(String head) {
    return head.replaceAll(
        "(?i)\\b(?!(?:to|the|all|for|of|on)\\b)(\\p{L}{2,6}) (\\d{2,9})\\b", "$1-$2");
  }

  private static String words(String rest) {
    return rest.replaceFirst("^[\\s:,.–-]+", "").strip();
  }

  /** Never the words: they may be personal, and this text may reach a log. */
  @Override
  public String toString() {
    return "to " + audience;
  }
}
