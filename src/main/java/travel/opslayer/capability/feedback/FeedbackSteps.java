package travel.opslayer.capability.feedback;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.facts.QuietHours;
import travel.opslayer.sale.Masks;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.trip.Feedback;
import travel.opslayer.trip.FeedbackRepository;
import travel.opslayer.trip.FeedbackRepository.Unasked;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** A trip is over: each party is asked once how it was, and what they say is kept. */
@Factory
final class FeedbackSteps {

  static final String KIND = "feedback";

  private static final Duration USUAL = Duration.ofHours(24);
  private static final QuietHours NEVER = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private final FeedbackRepository feedback;
  private final TripRepository trips;
  private final GuestRepository guests;
  private final SaleTalk sale;

  FeedbackSteps(
      FeedbackRepository feedback, TripRepository trips, GuestRepository guests, SaleTalk sale) {
    this.feedback = feedback;
    this.trips = trips;
    this.guests = guests;
    this.sale = sale;
  }

  /** The clock: when the party of this trip will be asked. */
  @Singleton
  ActionHandler plan() {
    return ActionHandler.of("plan_feedback", this::planned);
  }

  @Singleton
  ActionHandler ask() {
    return new Step("ask_feedback", feedback, this::asked);
  }

  /** Somebody whom nobody should ask. */
  @Singleton
  ActionHandler skip() {
    return new Step("skip_feedback", feedback, this::asked);
  }

  @Singleton
  ActionHandler rate() {
    return new Step("rate_trip", feedback, this::answered);
  }

  /** Words, and no score. */
  @Singleton
  ActionHandler note() {
    return new Step("note_feedback", feedback, this::answered);
  }

  private ActionResult planned(ActionCall call) {
    var named = String.valueOf(call.asked().subject()).split("/", 2);
    var trip = trips.byCode(call.sql(), call.tenant(), named[0]).orElse(null);
    var party =
        guests.of(call.sql(), call.tenant(), named[0]).stream()
            .filter(it -> it.booking().equals(named[named.length - 1]))
            .findFirst()
            .orElse(null);
    if (trip == null || party == null) {
      return ActionResult.about(call.asked().subject()).refusing("refused/not_in_state");
    }
    var at = awake(call, ended(trip).plus(call.length("ask_after").orElse(USUAL)));
    var unasked = new Unasked(trip.code(), party.booking(), party.person(), ended(trip));
    return feedback
        .plan(call.sql(), call.tenant(), call.id(KIND), unasked, at, call.now())
        .map(it -> about(call, it).due("feedback_at", it.dueAt()))
        .orElseGet(() -> ActionResult.about(call.asked().subject()));
  }

  private static Instant ended(Trip trip) {
    return trip.endedAt() == null ? trip.endsAt() : trip.endedAt();
  }

  /** Then, or when the night there is over. */
  private static Instant awake(ActionCall call, Instant at) {
    var zone = SaleTalk.zone(call.contact()).orElse(call.desk().tenant().zone());
    return call.desk()
        .parameters()
        .text("P-NIGHT")
        .flatMap(QuietHours::of)
        .orElse(NEVER)
        .after(at, Duration.ZERO, zone);
  }

  private ActionResult asked(ActionCall call, Feedback it) {
    var about = about(call, it);
    return Moves.to(call, KIND)
        .flatMap(to -> feedback.ask(call.sql(), call.tenant(), it, to, call.now()))
        .map(
            now ->
                about.noting(
                    now.state(),
                    now.state().equals(Feedback.REQUESTED)
                        ? "They were asked how it was."
                        : "They were not asked."))
        .orElseGet(() -> Moves.stays(about, it.state()));
  }

  private ActionResult answered(ActionCall call, Feedback it) {
    var said = call.fact("feedback_says").map(Integer::valueOf).orElse(null);
    var words = SaidScore.words(call.asked().turn());
    var about = about(call, it);
    return Moves.to(call, KIND)
        .flatMap(to -> feedback.answer(call.sql(), call.tenant(), it, to, said, words, call.now()))
        .map(now -> told(about, it, now, said, words))
        .orElseGet(() -> Moves.stays(about, it.state()));
  }

  private static ActionResult told(
      ActionResult about,
      Feedback before,
      Feedback now,
      @Nullable Integer said,
      @Nullable String words) {
    var hidden = List.of(Masks.NUMBER, Masks.ADDRESS);
    var result =
        about
            .with("score", now.score())
            .with("before", said == null || said.equals(before.score()) ? null : before.score())
            .with("words", now.words() == null ? null : Masks.hide(now.words(), hidden))
            .with("fewWords", words == null ? "yes" : null);
    if (said != null) {
      result = result.noting("score", line(before.score(), said));
    }
    return words == null ? result : result.noting("words", words);
  }

  /** An earlier score stands here for ever. */
  private static String line(@Nullable Integer before, int now) {
    return before == null
        ? "The score is %d.".formatted(now)
        : "The score was %d and is %d now.".formatted(before, now);
  }

  /** Colleagues are told about the booking: that is what they can take over. */
  private ActionResult about(ActionCall call, Feedback it) {
    var trip = trips.byCode(call.sql(), call.tenant(), it.trip());
    var departure = trip.map(Trip::departure).orElse(it.trip());
    var party =
        guests.of(call.sql(), call.tenant(), it.trip()).stream()
            .filter(one -> one.booking().equals(it.booking()))
            .mapToInt(GuestParty::party)
            .sum();
    return sale.about(call, it.code(), null, it.person(), departure, party)
        .showing("operations", it.booking())
        .showing("manager", it.booking())
        .with("trip", it.trip())
        .with("booking", it.booking())
        .with("feedback", it.code())
        .with("one", 1)
        .with("three", 3)
        .with("five", 5);
  }

  private record Step(
      String name, FeedbackRepository feedback, BiFunction<ActionCall, Feedback, ActionResult> work)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return call.fact("feedback_code")
          .flatMap(it -> feedback.byCode(call.sql(), call.tenant(), it))
          .map(it -> work.apply(call, it))
          .orElseGet(
              () -> ActionResult.about(call.asked().subject()).refusing("refused/not_in_state"));
    }
  }
}
