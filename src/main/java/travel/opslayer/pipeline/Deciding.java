package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import travel.opslayer.decision.Decision;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Seen;
import travel.opslayer.pipeline.HouseRules.House;

/** Asks the rules. */
@Singleton
final class Deciding {

  /** A turn with its decision. */
  record Decided(Asked asked, Decision decision) {}

  Decided decide(House house, Seen seen) {
    return new Decided(seen.asked(), house.release().decide(seen.situation()));
  }
}
