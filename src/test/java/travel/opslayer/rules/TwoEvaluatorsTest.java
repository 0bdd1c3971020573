package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.decision.rows.RowBook;
import travel.opslayer.decision.rows.Situations;

/** Drools and the plain loop over rows say the same of the rules that ship, whatever is known. */
class TwoEvaluatorsTest {

  /** As many as a build has time for; a million by {@code -Dsituations=1000000}. */
  private static final int SITUATIONS = Integer.getInteger("situations", 40_000);

  private static final int PARTS = 1_000;

  private final List<Rule> rules =
      Shipped.bean(PastReleases.class)
          .of("shipped", Shipped.bean(RuleFolder.class).files())
          .written()
          .rules();
  private final RowBook rows = new RowBook(rules);
  private final Situations situations =
      new Situations(Shipped.release().vocabulary().fields(), rules);

  @Test
  void they_agree_on_tens_of_thousands_of_situations() {
    var fired = new LongAdder();
    IntStream.range(0, PARTS)
        .parallel()
        .forEach(part -> fired.add(part(new SplittableRandom(part))));

    assertThat(fired.sum()).isGreaterThan(SITUATIONS);
  }

  private long part(SplittableRandom random) {
    var book = Shipped.release().book();
    var fired = 0L;
    for (var i = 0; i < SITUATIONS / PARTS; i++) {
      var situation =
          i % 2 == 0
              ? situations.any(random)
              : situations.of(rules.get(random.nextInt(rules.size())), random);
      for (var phase : Phase.values()) {
        var expected = rows.ask(phase, situation);
        var said = book.ask(phase, situation);
        fired += said.size();
        if (!said.equals(expected)) {
          assertThat(said).as("%s", situation.values()).isEqualTo(expected);
        }
      }
    }
    return fired;
  }
}
