package travel.opslayer.capability.late;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Approvals.Request;
import travel.opslayer.capability.late.LateFact.Night;
import travel.opslayer.capability.late.Line.Kind;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.reply.Money;
import travel.opslayer.trip.ExtraNight;
import travel.opslayer.trip.ExtraNightRepository;
import travel.opslayer.trip.Trip;

/** Nights that were not planned: only what is wanted in the end is asked. */
@Singleton
final class Nights {

  private static final String KIND = "night";
  private static final Duration USUAL = Duration.ofHours(2);

  private final ExtraNightRepository rows;
  private final Approvals approvals;
  private final Conversations conversations;

  Nights(ExtraNightRepository rows, Approvals approvals, Conversations conversations) {
    this.rows = rows;
    this.approvals = approvals;
    this.conversations = conversations;
  }

  /** What comes of all that the news say about it. */
  ActionResult told(ActionCall call, Trip trip, Lines lines, ActionResult result) {
    var said = call.fact("late_night");
    var to = Moves.to(call, KIND);
    if (said.isEmpty() || to.isEmpty()) {
      return result;
    }
    if (said.get().equals(word(Night.CANCELLED))) {
      return dropped(call, trip, result).with("nightDropped", "yes");
    }
    var wanted = lines.of(Kind.NIGHT).getLast();
    var night =
        rows.add(
            call.sql(),
            call.tenant(),
            call.id(KIND),
            draft(call.person().id(), trip, wanted),
            to.get(),
            call.now());
    var about = about(result, night);
    if (night.state().equals(ExtraNight.ASKED)) {
      return asked(call, about.with("nightAsked", "yes"), night);
    }
    return night.state().equals(ExtraNight.CONSIDERED)
        ? about
            .with("nightUnclear", "yes")
            .choosing("ask_night", trip.code(), "Ask for it", "")
            .choosing("drop_night", trip.code(), "Not needed", "")
        : about.with("nightNot", "yes");
  }

  /** Asked in a message of its own, or after it was unclear. */
  ActionResult ask(ActionCall call, Trip trip) {
    var result = ActionResult.about(trip.code()).with("trip", trip.code());
    var to = Moves.to(call, KIND);
    if (to.isEmpty()) {
      return Moves.stays(result, call.fact("night_state").orElse("none"));
    }
    var considered = mine(call, trip).filter(it -> it.state().equals(ExtraNight.CONSIDERED));
    if (considered.isPresent()) {
      return rows.move(call.sql(), call.tenant(), considered.get(), to.get())
          .map(it -> asked(call, about(result, it), it))
          .orElseGet(() -> Moves.stays(result, considered.get().state()));
    }
    return Lines.of(call.asked(), trip, List.of()).of(Kind.NIGHT).stream()
        .reduce((first, last) -> last)
        .map(it -> draft(call.person().id(), trip, it))
        .map(it -> rows.add(call.sql(), call.tenant(), call.id(KIND), it, to.get(), call.now()))
        .map(it -> asked(call, about(result, it), it))
        .orElseGet(() -> Moves.stays(result, call.fact("night_state").orElse("none")));
  }

  ActionResult drop(ActionCall call, Trip trip) {
    return dropped(call, trip, ActionResult.about(trip.code()).with("trip", trip.code()));
  }

  /** Whoever was asked is not asked any more. */
  private ActionResult dropped(ActionCall call, Trip trip, ActionResult result) {
    var moved =
        mine(call, trip)
            .flatMap(
                it ->
                    Moves.to(call, KIND)
                        .flatMap(to -> rows.move(call.sql(), call.tenant(), it, to)));
    moved.ifPresent(
        it -> {
          if (Moves.declares(call, "approval", Approval.CANCELLED)) {
            approvals
                .openAbout(call.sql(), call.tenant(), it.code())
                .forEach(open -> approvals.cancel(call.sql(), call.tenant(), open, call.now()));
          }
        });
    return moved
        .map(it -> about(result, it).noting(KIND, "The extra night is not needed."))
        .orElseGet(() -> Moves.stays(result, call.fact("night_state").orElse("none")));
  }

  private Optional<ExtraNight> mine(ActionCall call, Trip trip) {
    return rows.last(call.sql(), call.tenant(), call.person().id(), trip.code());
  }

  static ExtraNightRepository.Draft draft(UUID person, Trip trip, Line wanted) {
    var nights = wanted.number() == null ? 1 : wanted.number();
    return new ExtraNightRepository.Draft(
        trip.code(), person, nights, wanted.people(), wanted.label());
  }

  /** Each guest and each night is a bed; all guests, where they name no number. */
  static int guestNights(ExtraNightRepository.Draft it, Trip trip) {
    return it.nights() * (it.party() == null ? trip.guests() : it.party());
  }

  /**
   * About what it costs by the rules; nothing where they set no price, or nobody knows for how
   * many.
   */
  private static Optional<Money> cost(ActionCall call) {
    var each = call.decision().assigned("night_cost").filter(it -> it.matches("\\d{1,9}"));
    var beds = call.fact("night_guest_nights");
    if (each.isEmpty() || beds.isEmpty()) {
      return Optional.empty();
    }
    var units = Long.parseLong(each.get()) * Long.parseLong(beds.get());
    return Optional.of(Money.whole(units, call.desk().parameters().fieldCurrency()));
  }

  private ActionResult asked(ActionCall call, ActionResult result, ExtraNight it) {
    var role = call.decision().assigned("decider").orElse("manager");
    var until = call.now().plus(call.length("answer_within").orElse(USUAL));
    var request =
        new Request(
            it.code(),
            NightApproval.ACTION,
            NightApproval.content(it),
            it.place(),
            call.person().id(),
            role,
            call.quorum(),
            until);
    var approval =
        approvals.ask(call.sql(), call.tenant(), call.id("approval"), request, call.now());
    var decider =
        call.onDutyFirst(role, conversations.byRole(call.sql(), call.tenant(), role)).stream()
            .flatMap(one -> Stream.ofNullable(one.person().firstName()))
            .findFirst();
    return result
        .showing("decider", approval.code())
        .showing("approval_ends", approval.code())
        .showing("approval_deputies", approval.code())
        .due("approval_until", until)
        .due("deputies_from", call.now())
        .with("approval", approval.code())
        .with("decider", decider.orElse(null))
        .with("cost", cost(call).orElse(null))
        .with("worker", call.person().firstName())
        .noting(KIND, "An extra night is asked for.");
  }

  static ActionResult about(ActionResult result, ExtraNight it) {
    return result
        .with("night", it.code())
        .with("nights", it.nights())
        .with("party", it.party())
        .with("place", it.place().isEmpty() ? null : it.place());
  }

  private static String word(Night night) {
    return night.name().toLowerCase(Locale.ROOT);
  }
}
