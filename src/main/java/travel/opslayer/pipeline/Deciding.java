package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Verdict;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Seen;
import travel.opslayer.facts.WishFact;
import travel.opslayer.pipeline.HouseRules.House;

/** Asks the rules twice: what is wished, then what comes of it. */
@Singleton
final class Deciding {

  private static final String WISH = "wish";

  /** A turn with its decision. */
  record Decided(Asked asked, Decision decision) {}

  Decided decide(House house, Seen seen) {
    var start = System.nanoTime();
    var book = house.release().book();
    var classified = book.ask(Phase.CLASSIFY, seen.situation());
    var wish =
        classified.stream()
            .map(it -> it.verdict())
            .filter(Verdict.Assign.class::isInstance)
            .map(Verdict.Assign.class::cast)
            .filter(it -> it.name().equals(WISH))
            .map(Verdict.Assign::value)
            .findFirst()
            .orElse(Decision.NO_WISH);
    var situation = seen.situation().with(new WishFact(wish));
    var hits = new ArrayList<>(classified);
    hits.addAll(book.ask(Phase.DECIDE, situation));
    var micros = (System.nanoTime() - start) / 1000;
    return new Decided(
        seen.asked(), new Decision(situation, house.release().hash(), wish, hits, micros));
  }
}
