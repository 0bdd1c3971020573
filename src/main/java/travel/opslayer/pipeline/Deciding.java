package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.rows.Shadow;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Seen;
import travel.opslayer.pipeline.HouseRules.House;

/** Asks the rules; of somebody with several roles once in each, and one of the answers counts. */
@Singleton
final class Deciding {

  /** What a rule may call a decision of one of several roles: it counts before others, or after. */
  static final String COUNTS = "role_counts";

  private static final String FIRST = "first";
  private static final String LATER = "later";
  private static final String LAST = "last";

  /** All that it may be called. */
  static final List<String> COUNTS_WORDS = List.of(FIRST, LATER, LAST);

  /** A turn with its decision. */
  record Decided(Asked asked, Decision decision) {}

  /** How facts are found. */
  interface Looking {
    List<Seen> look(List<Asked> asked);
  }

  private final Shadow shadow;

  Deciding(Shadow shadow) {
    this.shadow = shadow;
  }

  /** What is decided of each, in their order. */
  List<Decided> decide(House house, List<Asked> all, Looking facts) {
    var decided = new ArrayList<>(each(house, all, facts));
    for (var place = 1; ; place++) {
      var role = place;
      var others = IntStream.range(0, all.size()).filter(it -> roles(all.get(it)) > role).boxed();
      var places = others.toList();
      if (places.isEmpty()) {
        break;
      }
      UnaryOperator<Asked> next = it -> it.as(it.turn().contact().person().inTurn().get(role));
      var more = each(house, places.stream().map(all::get).map(next).toList(), facts);
      for (var i = 0; i < places.size(); i++) {
        if (weight(more.get(i).decision()) < weight(decided.get(places.get(i)).decision())) {
          decided.set(places.get(i), more.get(i));
        }
      }
    }
    decided.forEach(it -> shadow.compare(it.asked().turn().id(), it.decision()));
    return decided;
  }

  private static List<Decided> each(House house, List<Asked> all, Looking facts) {
    return facts.look(all).stream()
        .map(it -> new Decided(it.asked(), house.release().decide(it.situation())))
        .toList();
  }

  /** A timer speaks for nobody. */
  private static int roles(Asked asked) {
    return asked.turn().timer().isPresent() ? 1 : asked.turn().contact().person().inTurn().size();
  }

  /** The least counts: what they may do in any role they may do. */
  private static int weight(Decision decision) {
    var counts = decision.assigned(COUNTS).orElse("");
    if (counts.equals(LAST)) {
      return 5;
    }
    return switch (decision.outcome()) {
      case Outcome.Permitted _ ->
          switch (counts) {
            case FIRST -> 0;
            case LATER -> 2;
            default -> 1;
          };
      // Why it may not be done says more than that nobody has said so.
      case Outcome.Refused(_, var reason) -> reason.equals(Decision.NOBODY_PERMITS) ? 4 : 3;
    };
  }
}
