package travel.opslayer.decision.rows;

import java.util.Optional;
import java.util.SplittableRandom;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleBook;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Written;

/**
 * Asks the engine and the rows that it was given about the same situations, before a release is in
 * force: what runs must say what is written.
 */
public final class SecondOpinion {

  /** So that very many rules cost no more than a moment; evenly taken from all of them. */
  private static final int MOST_RULES = 250;

  /** Of two rows that fit, the upper one may fire alone. */
  private static final int MOST_TRIES = 10;

  /** The same situations each time: the same folder gets the same answer. */
  private static final int SEED = 1;

  private SecondOpinion() {}

  /** The first rule about which both differ; empty when they agree. */
  public static Optional<Problem> differs(RuleBook engine, Written written) {
    var asked = written.rules();
    var rows = new RowBook(written.rules());
    var fields = written.lexicon().terms().fields().fields();
    var situations = new Situations(fields, written.rules());
    var random = new SplittableRandom(SEED);
    var step = Math.max(1, Math.ceilDiv(asked.size(), MOST_RULES));
    for (var i = 0; i < asked.size(); i += step) {
      var rule = asked.get(i);
      var fired = false;
      for (var tries = 0; tries < MOST_TRIES && !fired; tries++) {
        var situation = situations.of(rule, random);
        var said = rows.ask(rule.phase(), situation);
        if (!engine.ask(rule.phase(), situation).equals(said)) {
          return Optional.of(problem(rule));
        }
        fired = said.stream().anyMatch(it -> it.rule().equals(rule.name()));
      }
    }
    return Optional.empty();
  }

  private static Problem problem(Rule rule) {
    return rule.origin()
        .problem(
            "In a situation that this rule asks for, the engine says something else than the rows.",
            "write it in another way, and tell the developers: this is a mistake of ours.");
  }
}
