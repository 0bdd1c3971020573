package travel.opslayer.capability.help;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** Somebody asks what they can do. Unknown when they do not. */
public record HelpFact(
    @Meaning("do the words ask what they can do, and nothing else, of one thing at most?")
        boolean asked,
    @Meaning("what kind of thing is named; nothing when none is") About about)
    implements Fact {

  /** The kinds of things that something can be done with. */
  public enum About {
    NOTHING,
    BOOKING,
    PLACE,
    QUOTE,
    LEAD,
    TRIP,
    JOB,
    INCIDENT,
    APPROVAL,
    DEPARTURE;

    private static final Map<String, About> SERIES =
        Map.of(
            "BK", BOOKING,
            "WL", PLACE,
            "Q", QUOTE,
            "LD", LEAD,
            "AS", JOB,
            "INC", INCIDENT,
            "AP", APPROVAL);

    /** By its code, such as BK-2041; nothing for what nobody can ask about. */
    static About of(@Nullable String code) {
      if (code == null) {
        return NOTHING;
      }
      if (code.matches("TRP\\d+")) {
        return TRIP;
      }
      if (code.matches("[A-Z]{2,6}-\\d{4}") && !SERIES.containsKey(series(code))) {
        return DEPARTURE;
      }
      return SERIES.getOrDefault(series(code), NOTHING);
    }

    private static String series(String code) {
      return code.contains("-") ? code.substring(0, code.indexOf('-')) : "";
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
