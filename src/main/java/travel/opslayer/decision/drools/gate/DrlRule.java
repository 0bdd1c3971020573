package travel.opslayer.decision.drools.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Origin;
import travel.opslayer.decision.language.Rule;

/** One rule of the parser's tree: one question about the situation, then words. */
final class DrlRule {

  private static final int MOST = 200;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.:,()'/+-]{1,120}");
  private static final String FACT = "Situation";

  private final RuleDescr tree;

  DrlRule(RuleDescr tree) {
    this.tree = tree;
  }

  int line() {
    return Math.max(1, tree.getLine());
  }

  Rule read(String file, Phase phase, Lexicon lexicon) throws NotAllowed {
    checkFrame();
    var when = new ArrayList<Condition>();
    for (var it : constraints()) {
      when.add(WhenReader.read(it, patternLine(), lexicon));
    }
    var then = ThenReader.read(consequence(), consequenceLine(), lexicon);
    var origin = Origin.line(file, line());
    return new Rule(tree.getName(), origin, phase, file, HitPolicy.COLLECT, when, then);
  }

  /** The rule as its parts give it again, to be compared with what was written. */
  List<String> tokens() throws NotAllowed {
    var tokens = new ArrayList<>(List.of("rule", tree.getName(), "when", FACT, "("));
    var comma = false;
    for (var it : constraints()) {
      if (comma) {
        tokens.add(",");
      }
      tokens.addAll(DrlTokens.of(it, line()).all());
      comma = true;
    }
    tokens.addAll(List.of(")", "then"));
    tokens.addAll(DrlTokens.of(consequence(), line()).all());
    tokens.add("end");
    return tokens;
  }

  private void checkFrame() throws NotAllowed {
    if (tree.isQuery() || !tree.isRule()) {
      throw refuse("Queries cannot be used.", "write a rule.");
    }
    if (!NAME.matcher(tree.getName()).matches()) {
      throw refuse(
          "No rule can be called (%s).".formatted(DrlText.shorten(tree.getName())),
          "use letters, digits and spaces.");
    }
    for (var it : tree.getAttributes().keySet()) {
      throw refuse("A rule has no attributes (%s).".formatted(DrlText.shorten(it)), "delete it.");
    }
    for (var it : tree.getAnnotations()) {
      throw refuse(
          "A rule has no annotations (@%s).".formatted(DrlText.shorten(it.getName())),
          "write a comment with // instead.");
    }
    if (tree.getParentName() != null || tree.getUnit() != null) {
      throw refuse("A rule stands for itself.", "delete what follows its name.");
    }
    if (!tree.getNamedConsequences().isEmpty()) {
      throw refuse("A rule has one 'then' only.", "make two rules of it.");
    }
  }

  private PatternDescr pattern() throws NotAllowed {
    var parts = tree.getLhs() == null ? List.<BaseDescr>of() : tree.getLhs().getDescrs();
    if (parts.size() == 1
        && parts.getFirst() instanceof PatternDescr it
        && it.getClass() == PatternDescr.class
        && FACT.equals(it.getObjectType())
        && isBare(it)) {
      return it;
    }
    throw refuse(
        "A rule asks one thing only: Situation(...).", "join all conditions inside its brackets.");
  }

  private static boolean isBare(PatternDescr it) {
    return (it.getIdentifier() == null || it.getIdentifier().isEmpty())
        && it.getSource() == null
        && it.getBehaviors().isEmpty()
        && it.getAnnotations().isEmpty()
        && !it.isUnification()
        && !it.isQuery();
  }

  private List<String> constraints() throws NotAllowed {
    var expressions = new ArrayList<String>();
    for (var it : pattern().getDescrs()) {
      if (it instanceof ExprConstraintDescr plain
          && plain.getType() == ExprConstraintDescr.Type.NAMED) {
        expressions.add(plain.getExpression());
      } else {
        throw refuse("Situation(...) takes conditions only.", "write field == \"word\".");
      }
    }
    if (expressions.size() > MOST) {
      throw refuse("This rule asks for too much.", "make several rules of it.");
    }
    if (expressions.isEmpty()) {
      throw refuse("This rule asks nothing, so it would be for everybody.", "add a condition.");
    }
    return expressions;
  }

  private int patternLine() throws NotAllowed {
    return pattern().getLine();
  }

  private int consequenceLine() {
    return tree.getConsequenceLine();
  }

  private String consequence() throws NotAllowed {
    if (tree.getConsequence() instanceof String text) {
      return text;
    }
    throw refuse("This rule has no 'then'.", "add what it says.");
  }

  private NotAllowed refuse(String sentence, String advice) {
    return new NotAllowed(line(), sentence, advice);
  }
}
