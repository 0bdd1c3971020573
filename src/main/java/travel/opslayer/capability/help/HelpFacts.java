package travel.opslayer.capability.help;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import travel.opslayer.capability.help.HelpFact.About;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;

/** Sees who asks what they can do, and of what. */
@Singleton
final class HelpFacts implements FactSource {

  private static final String HELP = "help";

  /** A question mark and a code: a question about the thing has its mark behind it. */
  private static final Pattern MARK = Pattern.compile("\\s*\\?+\\s*[\\p{L}]{1,6}[- ]?\\d{1,9}\\s*");

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(HelpFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var words = isAsked(it);
      if (words || it.turn().tap().filter(tap -> tap.id().startsWith(HELP)).isPresent()) {
        sheets.add(it, new HelpFact(words, About.of(it.subject())));
      }
    }
  }

  private static boolean isAsked(Asked asked) {
    var words = asked.understanding();
    var text = String.join(" ", asked.turn().bubbles());
    if (MARK.matcher(text).matches() && words.codes().size() == 1) {
      return true;
    }
    return words.wishes().contains(HELP)
        && Set.of(HELP, "greet").containsAll(words.wishes())
        && words.several().topics().isEmpty()
        && words.several().commands().isEmpty()
        && words.codes().size() <= 1
        && words.product() == null
        && words.party() == null;
  }
}
