package travel.opslayer.capability.duty;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.incident.ToldRepository;
import travel.opslayer.trip.Checkout;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;

/** The morning after: who has not checked out is reminded, and then it is closed without them. */
@Factory
final class Closing {

  private static final Duration USUAL = Duration.ofHours(3);

  @Singleton
  ActionHandler remindOpen(DutyTalk talk, Shifts shifts, ToldRepository tasks) {
    return ActionHandler.of(
        "remind_open", call -> trip(call, shifts, it -> remind(call, it, talk, shifts, tasks)));
  }

  @Singleton
  ActionHandler closeOpen(DutyTalk talk, Shifts shifts, ToldRepository tasks, Ending ending) {
    return ActionHandler.of(
        "close_open",
        call -> trip(call, shifts, it -> close(call, it, talk, shifts, tasks, ending)));
  }

  @Singleton
  ActionHandler confirmEnd(DutyTalk talk, Shifts shifts, Ending ending) {
    return ActionHandler.of("confirm_end", call -> settle(call, talk, shifts, ending, true));
  }

  @Singleton
  ActionHandler denyEnd(DutyTalk talk, Shifts shifts, Ending ending) {
    return ActionHandler.of("deny_end", call -> settle(call, talk, shifts, ending, false));
  }

  private static ActionResult remind(
      ActionCall call, Trip trip, DutyTalk talk, Shifts shifts, ToldRepository tasks) {
    var open = shifts.open(call.sql(), call.tenant(), trip.code());
    var until = call.now().plus(call.length("close_after").orElse(USUAL));
    return about(call, trip, talk, shifts, tasks)
        .telling("open_guide", person(open, true))
        .telling("open_driver", person(open, false))
        .due("close_at", until)
        .with("closeAt", DutyTalk.moment(until, trip))
        .noting("reminded", "It is still open.");
  }

  /** What is still to be told, and by whom. */
  private static ActionResult about(
      ActionCall call, Trip trip, DutyTalk talk, Shifts shifts, ToldRepository tasks) {
    var bills = tasks.tasksOfTrip(call.sql(), call.tenant(), trip.code(), ShiftFacts.BILLS);
    var left =
        shifts.left(call.sql(), call.tenant(), trip.code()).stream()
            .map(it -> name(call, it, talk, shifts) + ": " + it.leftOpen())
            .toList();
    var open =
        shifts.open(call.sql(), call.tenant(), trip.code()).stream()
            .flatMap(it -> talk.name(call, it.person()).stream())
            .collect(Collectors.joining(", "));
    return talk.about(call, trip)
        .with("bills", bills.isEmpty() ? null : String.join(", ", bills))
        .with("left", CheckOut.listed(left).orElse(null))
        .with("people", open.isEmpty() ? null : open)
        .with("decider", talk.decider(call, "operations").orElse(null));
  }

  private static String name(ActionCall call, Checkout it, DutyTalk talk, Shifts shifts) {
    return shifts
        .onTrip(call.sql(), call.tenant(), it)
        .flatMap(duty -> talk.name(call, duty.person()))
        .orElse("crew");
  }

  private static @Nullable UUID person(List<Duty> open, boolean guide) {
    return open.stream()
        .filter(it -> CheckOut.isGuide(it) == guide)
        .map(Duty::person)
        .findFirst()
        .orElse(null);
  }

  private static ActionResult close(
      ActionCall call,
      Trip trip,
      DutyTalk talk,
      Shifts shifts,
      ToldRepository tasks,
      Ending ending) {
    var about = about(call, trip, talk, shifts, tasks);
    var open = shifts.open(call.sql(), call.tenant(), trip.code());
    var bills = tasks.tasksOfTrip(call.sql(), call.tenant(), trip.code(), ShiftFacts.BILLS);
    for (var it : open) {
      ending.close(call, it, trip, CheckOut.isGuide(it) && !bills.isEmpty() ? "bills" : "all");
    }
    return ending.close(call, trip).isPresent()
        ? about
            .telling("open_guide", person(open, true))
            .telling("open_driver", person(open, false))
            .noting("closed", "It was closed without a check-out.")
        : about.refusing("refused/not_in_state");
  }

  private static ActionResult settle(
      ActionCall call, DutyTalk talk, Shifts shifts, Ending ending, boolean right) {
    return trip(
        call,
        shifts,
        trip -> {
          var duty =
              call.fact("tap_choice").flatMap(it -> shifts.byCode(call.sql(), call.tenant(), it));
          var settled = duty.flatMap(it -> ending.settle(call, it, right));
          return settled
              .map(
                  it ->
                      talk.about(call, trip)
                          .with(
                              "at",
                              it.endedAt() == null ? null : DutyTalk.moment(it.endedAt(), trip))
                          .with(
                              "worker",
                              duty.flatMap(one -> talk.name(call, one.person())).orElse(null))
                          .noting("settled", "A colleague has looked at the time."))
              .orElseGet(() -> talk.about(call, trip).refusing("duty/settled_already"));
        });
  }

  private static ActionResult trip(
      ActionCall call, Shifts shifts, Function<Trip, ActionResult> work) {
    return Optional.ofNullable(call.asked().subject())
        .flatMap(it -> shifts.trip(call.sql(), call.tenant(), it))
        .map(work)
        .orElseGet(
            () -> ActionResult.about(call.asked().subject()).refusing("refused/not_in_state"));
  }
}
