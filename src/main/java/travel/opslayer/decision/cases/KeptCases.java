package travel.opslayer.decision.cases;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.DecisionRepository;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.decision.schema.Schema.Data;
import travel.opslayer.decision.schema.SchemaReader;
import travel.opslayer.decision.tables.AddedRow;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.WishFact;

/**
 * Keeps recorded decisions as cases of the rule folder, so that no change of the rules undoes them
 * unseen. A case that would not hold, or would spoil the folder, is never written: it would keep
 * every later change from coming into force.
 */
@Singleton
public final class KeptCases {

  /** A file of its own, so that nothing is written into a table that somebody looks after. */
  public static final String FILE = "cases/kept.csv";

  private final RuleFolder folder;
  private final RuleShelf shelf;

  KeptCases(RuleFolder folder, RuleShelf shelf) {
    this.folder = folder;
    this.shelf = shelf;
  }

  /**
   * A decision as the books have it.
   *
   * @param facts what was known, the wish included
   * @param outcome permitted, refused or nothing
   * @param state that the object went to
   */
  public record Recorded(
      Map<String, Object> facts, String wish, String outcome, @Nullable String state) {}

  /** What became of the wish to keep one. */
  public sealed interface Keeping {

    /**
     * It is a row of the folder.
     *
     * @param cells by title; blank ones are left out
     */
    record Kept(String file, int row, Map<String, String> cells) implements Keeping {}

    /** It cannot be a row as it is; the sentences say why, and what to try. */
    record Refused(String sentences) implements Keeping {}

    /** The folder cannot be written. */
    record Unwritable(String sentences) implements Keeping {}
  }

  /** One after the other: two rows at once would be one. */
  public synchronized Keeping keep(Recorded recorded, String name, String why) {
    try {
      var files = folder.read();
      var wrong = folder.check(files).problems();
      if (!wrong.isEmpty()) {
        return new Keeping.Refused(
            "No case can be tried while the rule folder has a problem. %s"
                .formatted(wrong.getFirst()));
      }
      var schema = schema(files);
      if (schema.isEmpty()) {
        return new Keeping.Refused(
            "No schema says what %s holds. Maybe bring _schema/cases.yaml back.".formatted(FILE));
      }
      return keep(files, schema.get(), recorded, name, why);
    } catch (IOException e) {
      return new Keeping.Unwritable(
          "The case cannot be saved (%s). Maybe let this service write into the rule folder."
              .formatted(e.getMessage()));
    }
  }

  private Keeping keep(
      List<RuleFile> files, Schema schema, Recorded recorded, String name, String why)
      throws IOException {
    var release = shelf.inForce();
    var known = known(release, recorded);
    var decision = release.decide(known);
    if (!agrees(decision, recorded)) {
      return new Keeping.Refused(
          "The rules in force decide otherwise (%s, %s) than was recorded (%s, %s). Maybe mend them."
              .formatted(
                  decision.wish(),
                  DecisionRepository.outcome(decision),
                  recorded.wish(),
                  recorded.outcome()));
    }
    var before = before(files);
    var cells = KeptRow.cells(schema, release.vocabulary(), known, decision, name, why);
    var added = AddedRow.to(before, cells);
    var problems = folder.check(with(files, added.file())).problems();
    if (!problems.isEmpty()) {
      return new Keeping.Refused(sentences(problems));
    }
    folder.save(before, added.file());
    return new Keeping.Kept(FILE, added.row(), cells);
  }

  /** Without the wish, which the rules shall find again. */
  private static Situation known(Release release, Recorded recorded) {
    var facts = new LinkedHashMap<>(recorded.facts());
    facts.remove(WishFact.FIELD);
    return release.vocabulary().read(facts);
  }

  private static boolean agrees(Decision decision, Recorded recorded) {
    var transition = DecisionRepository.transition(decision);
    var state = transition == null ? null : transition.get("to");
    return decision.wish().equals(recorded.wish())
        && DecisionRepository.outcome(decision).equals(recorded.outcome())
        && Objects.equals(state, recorded.state());
  }

  private static RuleFile before(List<RuleFile> files) {
    return files.stream()
        .filter(it -> it.name().equals(FILE))
        .findFirst()
        .orElseGet(() -> new RuleFile(FILE, new byte[0]));
  }

  private static List<RuleFile> with(List<RuleFile> files, RuleFile added) {
    var all = new ArrayList<>(files);
    all.removeIf(it -> it.name().equals(added.name()));
    all.add(added);
    return all;
  }

  private static Optional<Schema> schema(List<RuleFile> files) {
    return files.stream()
        .filter(it -> it.name().startsWith("_schema/"))
        .flatMap(it -> SchemaReader.read(it, new ArrayList<>()).stream())
        .filter(it -> it.sort() == Data.CASES && it.fits(FILE))
        .findFirst();
  }

  private static String sentences(List<Problem> problems) {
    return "This cannot be a case. " + problems.getFirst();
  }
}
