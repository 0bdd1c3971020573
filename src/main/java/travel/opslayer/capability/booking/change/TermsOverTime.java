package travel.opslayer.capability.booking.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import travel.opslayer.action.ActionCall;
import travel.opslayer.reply.Steps;
import travel.opslayer.reply.Steps.Step;

/** What the terms would have said earlier, and will say later: the rules are asked day by day. */
final class TermsOverTime {

  private static final String DAYS = "booking_days_before";

  /** Nobody's terms look further ahead. */
  private static final long FAR = 400;

  private TermsOverTime() {}

  /** From the far future to the day of departure, each part of the price with its days. */
  static Steps steps(ActionCall call, String name) {
    var steps = new ArrayList<Step>();
    var share = at(call, name, FAR);
    var upper = Long.MAX_VALUE;
    for (var day = FAR - 1; day >= 0; day--) {
      var then = at(call, name, day);
      if (then != share) {
        steps.add(new Step(day + 1, upper, share));
        upper = day;
        share = then;
      }
    }
    steps.add(new Step(0, upper, share));
    return new Steps(steps);
  }

  /** The step before the one that counts for so many days, if that gave more. */
  static Optional<Step> better(Steps steps, long days) {
    List<Step> all = steps.steps();
    for (var i = 1; i < all.size(); i++) {
      if (all.get(i).from() <= days && days <= all.get(i).to()) {
        return Optional.of(all.get(i - 1)).filter(better(all.get(i)));
      }
    }
    return Optional.empty();
  }

  private static Predicate<Step> better(Step now) {
    return it -> it.share() > now.share();
  }

  /** The fewest days before the start for which the share is still what it is today. */
  static long lastDay(ActionCall call, String name, long days) {
    var today = at(call, name, days);
    var day = days;
    while (day > 0 && at(call, name, day - 1) == today) {
      day--;
    }
    return day;
  }

  /** In basis points; below nothing where the rules say nothing. */
  private static int at(ActionCall call, String name, long days) {
    return ActionCall.share(call.wouldBe(DAYS, days), name).orElse(-1);
  }
}
