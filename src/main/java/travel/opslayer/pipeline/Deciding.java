package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.rows.Shadow;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Seen;
import travel.opslayer.pipeline.HouseRules.House;

/** Asks the rules. */
@Singleton
final class Deciding {

  /** A turn with its decision. */
  record Decided(Asked asked, Decision decision) {}

  private final Shadow shadow;

  Deciding(Shadow shadow) {
    this.shadow = shadow;
  }

  Decided decide(House house, Seen seen) {
    var decision = house.release().decide(seen.situation());
    shadow.compare(seen.asked().turn().id(), decision);
    return new Decided(seen.asked(), decision);
  }
}
