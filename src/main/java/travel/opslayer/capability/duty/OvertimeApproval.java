package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.trip.Overtime;
import travel.opslayer.trip.OvertimeRepository;
import travel.opslayer.trip.Trip;

/** Somebody agrees that the day gets longer, for as long as was asked or for less. */
@Singleton
final class OvertimeApproval implements Approvable {

  static final String OVERTIME = "overtime";
  private static final String LESS = "grant_less";
  private static final String TELL = "approve_tell";

  private final OvertimeRepository overtimes;
  private final Shifts shifts;
  private final DutyTalk talk;

  OvertimeApproval(OvertimeRepository overtimes, Shifts shifts, DutyTalk talk) {
    this.overtimes = overtimes;
    this.shifts = shifts;
    this.talk = talk;
  }

  @Override
  public boolean isAbout(Approval approval) {
    return approval.action().equals(OVERTIME);
  }

  /** All that matters: who decides sees another length as another request. */
  static String content(Overtime it) {
    return "%s on %s: %s minutes".formatted(it.code(), it.trip(), it.minutes());
  }

  @Override
  public String content(ActionCall call, Approval approval) {
    return meant(call, approval)
        .filter(it -> it.state().equals(Overtime.ASKED))
        .map(OvertimeApproval::content)
        .orElse("nothing is asked");
  }

  @Override
  public ActionResult approved(ActionCall call, Approval approval) {
    return moved(call, approval, it -> granted(call, it))
        .map(
            it ->
                call.decision().wish().equals(TELL)
                    ? LongerSteps.telling(call, about(call, it), it, talk, shifts)
                    : about(call, it).with("untold", it.trip()))
        .orElseGet(() -> asked(call, approval));
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
  public ActionResult rejected(ActionCall call, Approval approval) {
    return moved(call, approval, it -> null)
        .map(it -> about(call, it))
        .orElseGet(() -> asked(call, approval));
  }

  @Override
  public ActionResult asked(ActionCall call, Approval approval) {
    return meant(call, approval)
        .map(it -> about(call, it))
        .orElseGet(() -> ActionResult.about(approval.subject()));
  }

  @Override
  public Glance glance(ActionCall call, Approval approval) {
    return meant(call, approval)
        .map(
            it ->
                new Glance(
                    "+" + SaidFigures.spoken(it.minutes() == null ? 0 : it.minutes()),
                    "%s: %s".formatted(it.trip(), talk.name(call, it.person()).orElse("crew"))))
        .orElseGet(() -> Approvable.super.glance(call, approval));
  }

  private Optional<Overtime> meant(ActionCall call, Approval approval) {
    return overtimes.byCode(call.sql(), call.tenant(), approval.subject());
  }

  private Optional<Overtime> moved(
      ActionCall call, Approval approval, Function<Overtime, @Nullable Integer> granted) {
    return meant(call, approval)
        .flatMap(
            it ->
                Moves.to(call, OVERTIME)
                    .flatMap(
                        to ->
                            overtimes.move(
                                call.sql(),
                                call.tenant(),
                                it,
                                to,
                                it.minutes(),
                                granted.apply(it))));
  }

  private ActionResult about(ActionCall call, Overtime it) {
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
