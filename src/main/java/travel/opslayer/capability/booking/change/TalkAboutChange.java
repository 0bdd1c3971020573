package travel.opslayer.capability.booking.change;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.change.Change;
import travel.opslayer.change.Changes;
import travel.opslayer.reply.Money;
import travel.opslayer.reply.Steps;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.selling.Bookings;

/** A customer thinks about giving up seats or moving them. Nothing of the booking changes here. */
@Factory
final class TalkAboutChange {

  private static final String NO_BOOKING = "refused/no_booking";

  /** Both ways, side by side. */
  @Singleton
  ActionHandler showChange(ChangeTalk talk, BookingTalk bookings) {
    return new Show("show_change", talk, bookings);
  }

  /** To move, asked once more. */
  @Singleton
  ActionHandler showMove(ChangeTalk talk, BookingTalk bookings) {
    return new Show("show_move", talk, bookings);
  }

  /** To give up, asked once more. */
  @Singleton
  ActionHandler showCancel(ChangeTalk talk, BookingTalk bookings) {
    return new Show("show_cancel", talk, bookings);
  }

  @Singleton
  ActionHandler explainTerms(ChangeTalk talk, BookingTalk bookings, ChangeSums sums) {
    return new Explain(talk, bookings, sums);
  }

  @Singleton
  ActionHandler keepBooking(ChangeTalk talk, BookingTalk bookings, Changes changes) {
    return new Keep(talk, bookings, changes);
  }

  @Singleton
  ActionHandler whichBooking(Bookings bookings, SaleTalk sale) {
    return new Which(bookings, sale);
  }

  /** Money goes back the way it came, whoever asks for another. */
  @Singleton
  ActionHandler refuseElsewhere() {
    return new SameWay();
  }

  private record SameWay() implements ActionHandler {

    @Override
    public String name() {
      return "refuse_elsewhere";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return ActionResult.about(call.asked().subject());
    }
  }

  private record Show(String name, ChangeTalk talk, BookingTalk bookings) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return bookings
          .meant(call)
          .map(it -> talk.about(call, talk.propose(call, it)))
          .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing(NO_BOOKING));
    }
  }

  /** Why it is so much: the terms of the day on which they agreed, and what would be otherwise. */
  private record Explain(ChangeTalk talk, BookingTalk bookings, ChangeSums sums)
      implements ActionHandler {

    @Override
    public String name() {
      return "explain_terms";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return bookings
          .meant(call)
          .map(it -> told(call, talk.propose(call, it)))
          .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing(NO_BOOKING));
    }

    private ActionResult told(ActionCall call, ChangeTalk.Now now) {
      var steps = TermsOverTime.steps(call, "refund_share");
      var days = call.fact("booking_days_before").map(Long::valueOf).orElse(0L);
      var result = talk.about(call, now).with("steps", steps);
      return TermsOverTime.better(steps, days)
          .map(it -> better(call, now, result, it, days))
          .orElse(result);
    }

    private ActionResult better(
        ActionCall call, ChangeTalk.Now now, ActionResult result, Steps.Step step, long days) {
      var would = sums.givenUp(call, now.booking(), now.change().party(), step.share());
      if (would.refund() <= now.givenUp().refund()) {
        return result; // who has paid little gets nothing more
      }
      return result
          .with("betterDay", call.desk().today().plusDays(days - step.from()))
          .with("betterBack", new Money(would.refund(), now.booking().currency()));
    }
  }

  private record Keep(ChangeTalk talk, BookingTalk bookings, Changes changes)
      implements ActionHandler {

    @Override
    public String name() {
      return "keep_booking";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var booking = bookings.meant(call);
      var declared = Moves.declares(call, "change", Change.WITHDRAWN);
      var kept =
          talk.meant(call)
              .filter(ignored -> declared)
              .flatMap(it -> changes.withdraw(call.sql(), call.tenant(), it));
      if (booking.isEmpty() || kept.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("booking/change_over");
      }
      var result = talk.plain(call, kept.get(), booking.get());
      return talk.closing(call, kept.get(), result)
          .noting("kept", "The customer leaves the booking as it is.");
    }
  }

  /** They have several, and have named none. */
  private record Which(Bookings bookings, SaleTalk sale) implements ActionHandler {

    @Override
    public String name() {
      return "which_booking";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var person = List.of(call.person().id());
      var result = ActionResult.about(null);
      for (var it : bookings.openOf(call.sql(), call.tenant(), person)) {
        var departure = sale.departure(call, it.departure()).map(Departure::startsOn);
        result =
            result.choosing(
                "show_change",
                it.code(),
                it.code(),
                "%s ×%d".formatted(departure.map(String::valueOf).orElse(""), it.party()));
      }
      return result;
    }
  }
}
