package travel.opslayer.capability.payment;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.PayLinks;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.selling.Booking;

/** What is still to be paid for a booking: asked for, reminded of, missed. */
@Factory
final class BalanceSteps {

  /** They ask how to pay: the link for what is due now, if anything is. */
  @Singleton
  ActionHandler payRest(BookingTalk talk, SaleTalk sale, PayLinks links) {
    return new Step("pay_rest", talk, (call, booking) -> linked(call, booking, talk, sale, links));
  }

  /** The day comes near, and it is not all paid. */
  @Singleton
  ActionHandler remindBalance(BookingTalk talk, SaleTalk sale, PayLinks links) {
    return new Step(
        "remind_balance",
        talk,
        (call, booking) ->
            linked(call, booking, talk, sale, links)
                .noting("balance", "Reminded of what is still to be paid."));
  }

  /** The day is over, and it is not all paid: a colleague looks; nothing is cancelled by itself. */
  @Singleton
  ActionHandler missBalance(BookingTalk talk) {
    return new Step(
        "miss_balance",
        talk,
        (call, booking) ->
            talk.isOver(call, booking)
                ? talk.about(call, booking).noting("balance", "Not all was paid in time.")
                : talk.about(call, booking).refusing("refused/not_in_state"));
  }

  private static ActionResult linked(
      ActionCall call, Booking booking, BookingTalk talk, SaleTalk sale, PayLinks links) {
    var about = talk.about(call, booking);
    var balance = talk.balance(call, booking);
    if (Booking.ENDED.contains(booking.stateAt(call.now()))) {
      return about;
    }
    var latest =
        sale.departure(call, booking.departure())
            .map(it -> it.startsOn().atStartOfDay(call.desk().tenant().zone()).toInstant())
            .filter(it -> it.isAfter(call.now()))
            .orElse(Instant.MAX);
    return links.due(call, about, booking, balance, latest);
  }

  private record Step(
      String name, BookingTalk talk, BiFunction<ActionCall, Booking, ActionResult> work)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return talk.meant(call)
          .map(it -> work.apply(call, it))
          .orElseGet(
              () -> ActionResult.about(call.asked().subject()).refusing("refused/not_in_state"));
    }
  }
}
