package travel.opslayer.capability.trip;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/**
 * Somebody of the crew is there. It counts from when they wrote it, however late it comes, and
 * takes back what was thought meanwhile; a time that they only claim counts less.
 */
@Singleton
final class CheckIn implements ActionHandler {

  static final String CHECK_IN = "check_in";

  static final String WITHDRAWN = "The alarm is withdrawn: they had been there in time.";

  /** Who claims to have been there longer ago has mistyped. */
  private static final Duration CLAIM = Duration.ofHours(3);

  /** A message that was on its way longer than this came late. */
  private static final Duration PROMPT = Duration.ofMinutes(2);

  private final TripTalk talk;
  private final Headcount headcount;
  private final HappeningRepository happenings;

  CheckIn(TripTalk talk, Headcount headcount, HappeningRepository happenings) {
    this.talk = talk;
    this.headcount = headcount;
    this.happenings = happenings;
  }

  @Override
  public String name() {
    return CHECK_IN;
  }

  @Override
  public ActionResult run(ActionCall call) {
    return talk.on(call, it -> checkedIn(call, it));
  }

  /** There they are, as far as the rules say so; and what they count, if they count. */
  ActionResult checkedIn(ActionCall call, Trip trip) {
    var own = talk.own(call, trip);
    if (own.isEmpty()) {
      return talk.about(call, trip).refusing("trip/not_on_it");
    }
    var moved = talk.move(call, own.get(), at(call, trip));
    var earlier = moved.isPresent() ? moved : earlier(call, trip, own.get());
    earlier.ifPresent(it -> keep(call, trip));
    var duty = earlier.orElse(own.get());
    var withdrawn = earlier.isPresent() && takesBack(call, trip, duty);
    var about = talk.about(call, trip);
    return headcount
        .count(call, trip, withdrawn ? about.noting("alarm_withdrawn", WITHDRAWN) : about)
        .with("at", moment(duty, trip))
        .with("withdrawn", withdrawn ? "yes" : null)
        .with("onTime", isOnTime(duty, trip) ? "yes" : null)
        .with("delayed", isDelayed(call) ? "yes" : null)
        .with("claimed", claimed(call, trip).isPresent() ? "yes" : null)
        .noting("checked_in", "%s is there.".formatted(duty.role()));
  }

  /** What was written first came last: they have been there since then. A claim is no proof. */
  private Optional<Duty> earlier(ActionCall call, Trip trip, Duty own) {
    var at = TripTalk.happened(call);
    var known = own.checkedInAt();
    if (known == null || !at.isBefore(known) || claimed(call, trip).isPresent()) {
      return Optional.empty();
    }
    happenings.of(call.sql(), call.tenant(), trip.code()).stream()
        .filter(it -> it.kind().equals(CHECK_IN) && it.withdrawn() == null)
        .filter(it -> call.person().id().equals(it.person()) && at.isBefore(it.happenedAt()))
        .forEach(
            it ->
                happenings.withdraw(
                    call.sql(), call.tenant(), it.id(), "there_before", call.now()));
    return talk.correct(call, trip, own, at);
  }

  private void keep(ActionCall call, Trip trip) {
    var note = TripTalk.words(call);
    happenings.add(
        call.sql(),
        call.tenant(),
        TripTalk.happening(
            call,
            trip,
            CHECK_IN,
            null,
            note.isEmpty() ? null : note,
            trust(call, trip),
            at(call, trip)));
  }

  /** What would make a late check-in one in time is believed when a colleague says so. */
  private String trust(ActionCall call, Trip trip) {
    if (claimed(call, trip).isEmpty()) {
      return Happening.SEEN;
    }
    return headcount.of(call.sql(), call.tenant(), trip).alarms() > 0
        ? Happening.LOW
        : Happening.CLAIMED;
  }

  /** An alarm was raised although they were there: it stays known, and does not count. */
  private boolean takesBack(ActionCall call, Trip trip, Duty duty) {
    var isGuide = !duty.role().equals(Duty.DRIVER);
    return isGuide
        && !trust(call, trip).equals(Happening.LOW)
        && withdraw(call, trip, at(call, trip), "checked_in_in_time");
  }

  boolean withdraw(ActionCall call, Trip trip, Instant at, String why) {
    var wrong =
        happenings.of(call.sql(), call.tenant(), trip.code()).stream()
            .filter(it -> it.kind().equals(Headcount.ALARM) && it.withdrawn() == null)
            .filter(it -> at.isBefore(it.happenedAt()))
            .toList();
    wrong.forEach(it -> happenings.withdraw(call.sql(), call.tenant(), it.id(), why, call.now()));
    return !wrong.isEmpty();
  }

  private static Instant at(ActionCall call, Trip trip) {
    return claimed(call, trip).orElse(TripTalk.happened(call));
  }

  private static Optional<Instant> claimed(ActionCall call, Trip trip) {
    var sent = TripTalk.happened(call);
    return SaidTime.before(call.asked().turn(), sent, trip.zone())
        .filter(it -> it.isAfter(sent.minus(CLAIM)));
  }

  private static boolean isDelayed(ActionCall call) {
    return TripTalk.happened(call).isBefore(call.now().minus(PROMPT));
  }

  private static boolean isOnTime(Duty duty, Trip trip) {
    return duty.checkedInAt() != null && !duty.checkedInAt().isAfter(trip.startsAt());
  }

  private static travel.opslayer.reply.@org.jspecify.annotations.Nullable Moment moment(
      Duty duty, Trip trip) {
    return duty.checkedInAt() == null ? null : TripTalk.moment(duty.checkedInAt(), trip);
  }
}
