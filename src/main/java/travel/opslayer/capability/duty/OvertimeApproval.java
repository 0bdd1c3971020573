package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.ApprovableObject;
import travel.opslayer.action.Moves;
import travel.opslayer.trip.Overtime;
import travel.opslayer.trip.OvertimeRepository;
import travel.opslayer.trip.Trip;

/** Somebody agrees that the day gets longer, for as long as was asked or for less. */
@Singleton
final class OvertimeApproval extends ApprovableObject<Overtime> {

  static final String OVERTIME = "overtime";
  private static final String LESS = "grant_less";
  private static final String TELL = "approve_tell";

  private final OvertimeRepository overtimes;
  private final Shifts shifts;
  private final DutyTalk talk;

  OvertimeApproval(OvertimeRepository overtimes, Shifts shifts, DutyTalk talk) {
    super(OVERTIME);
    this.overtimes = overtimes;
    this.shifts = shifts;
    this.talk = talk;
  }

  /** Another length is another request. */
  static String content(Overtime it) {
    return "%s on %s: %s minutes".formatted(it.code(), it.trip(), it.minutes());
  }

  @Override
  protected Optional<Overtime> find(ActionCall call, String code) {
    return overtimes.byCode(call.sql(), call.tenant(), code);
  }

  @Override
  protected boolean waits(Overtime it) {
    return it.state().equals(Overtime.ASKED);
  }

  @Override
  protected String words(Overtime it) {
    return content(it);
  }

  @Override
  protected Optional<Overtime> agree(ActionCall call, Overtime it) {
    return moved(call, it, granted(call, it));
  }

  @Override
  protected Optional<Overtime> refuse(ActionCall call, Overtime it) {
    return moved(call, it, null);
  }

  private Optional<Overtime> moved(ActionCall call, Overtime it, @Nullable Integer granted) {
    return Moves.to(call, OVERTIME)
        .flatMap(to -> overtimes.move(call.sql(), call.tenant(), it, to, it.minutes(), granted));
  }

  /** As many minutes as the choice says, where it says fewer. */
  private static @Nullable Integer granted(ActionCall call, Overtime it) {
    var minutes = it.minutes();
    var less =
        call.fact("tap_choice")
            .filter(ignored -> call.decision().wish().equals(LESS))
            .filter(choice -> choice.matches("[1-9]\\d{0,3}"))
            .map(Integer::valueOf)
            .filter(choice -> minutes != null && choice < minutes);
    return less.orElse(minutes);
  }

  @Override
  protected Glance glance(ActionCall call, Overtime it) {
    return new Glance(
        "+" + SaidFigures.spoken(it.minutes() == null ? 0 : it.minutes()),
        "%s: %s".formatted(it.trip(), talk.name(call, it.person()).orElse("crew")));
  }

  /** The guests are told at once, or are still to be told. */
  @Override
  protected ActionResult agreed(ActionCall call, Overtime it) {
    return call.decision().wish().equals(TELL)
        ? LongerSteps.telling(call, about(call, it), it, talk, shifts)
        : about(call, it).with("untold", it.trip());
  }

  @Override
  protected ActionResult about(ActionCall call, Overtime it) {
    return shifts
        .trip(call.sql(), call.tenant(), it.trip())
        .map(trip -> about(call, it, trip))
        .orElseGet(() -> ActionResult.about(it.trip()));
  }

  private ActionResult about(ActionCall call, Overtime it, Trip trip) {
    var minutes = it.granted() == null ? it.minutes() : it.granted();
    var until = shifts.until(call.sql(), call.tenant(), it).orElse(trip.endsAt());
    var length = minutes == null ? 0 : minutes;
    var asked = it.granted() == null ? until.plus(Duration.ofMinutes(length)) : until;
    return talk.about(call, trip)
        .with("overtime", it.code())
        .with("hours", SaidFigures.spoken(length))
        .with("until", DutyTalk.moment(until, trip))
        .with("worker", talk.name(call, it.person()).orElse(null))
        .with("why", it.why().isEmpty() ? null : it.why())
        .with("pay", DutyTalk.pay(call, length))
        .with("affected", talk.affected(call, trip, call.now(), asked));
  }
}
