package travel.opslayer.capability.assign;

import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.capability.assign.Ranking.Ranked;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;

/** A manager allows once what a rule forbids; the number of guests in the yes belongs to it. */
@Singleton
final class OverrideApproval implements Approvable {

  private final AssignTalk talk;
  private final Ranking ranking;
  private final Offering offering;
  private final JobRepository jobs;

  OverrideApproval(AssignTalk talk, Ranking ranking, Offering offering, JobRepository jobs) {
    this.talk = talk;
    this.ranking = ranking;
    this.offering = offering;
    this.jobs = jobs;
  }

  /** The job as it is, on its trip, with what the rules say of its person now. */
  private record Waiting(Duty duty, Trip trip, Ranked ranked) {}

  @Override
  public boolean isAbout(Approval approval) {
    return Overrides.isOverride(approval);
  }

  private Optional<Waiting> job(ActionCall call, Approval approval) {
    var duty = talk.crew().byCode(call.sql(), call.tenant(), approval.subject());
    var trip = duty.flatMap(it -> talk.trip(call, it.trip()));
    return trip.flatMap(
        where ->
            ranking.all(call, where, duty.get().role(), Asking.OFFER).stream()
                .filter(it -> it.candidate().person().equals(duty.get().person()))
                .findFirst()
                .map(it -> new Waiting(duty.get(), where, it)));
  }

  private Optional<Waiting> proposed(ActionCall call, Approval approval) {
    return job(call, approval).filter(it -> it.duty().state().equals(Duty.PROPOSED));
  }

  @Override
  public String content(ActionCall call, Approval approval) {
    return proposed(call, approval)
        .map(it -> Overrides.content(it.trip(), it.duty(), it.ranked()))
        .orElse("nothing waits");
  }

  @Override
  public ActionResult approved(ActionCall call, Approval approval) {
    return proposed(call, approval)
        .map(
            it ->
                Moves.move(
                    call,
                    Offering.KIND,
                    Duty.OFFERED,
                    about(call, approval, it),
                    () ->
                        talk.crew()
                            .move(call.sql(), call.tenant(), it.duty(), Duty.OFFERED, call.now())
                            .map(moved -> offered(call, approval, it, moved))))
        .orElseGet(() -> asked(call, approval));
  }

  /** As many guests as the yes names; else as many as the request has shown. */
  private ActionResult offered(ActionCall call, Approval approval, Waiting it, Duty moved) {
    var until = Offering.until(call, it.trip(), it.ranked().decision(), "job_within");
    var limit = call.fact("assign_limit").map(Integer::valueOf).orElse(it.trip().guests());
    talk.crew().terms(call.sql(), call.tenant(), moved, until, limit);
    jobs.offered(call.sql(), call.tenant(), moved, call.now());
    var duty = talk.crew().byCode(call.sql(), call.tenant(), moved.code()).orElseThrow();
    return about(call, approval, it)
        .with(offering.asked(call, it.trip(), duty))
        .telling("assignee", duty.person())
        .showing("assignee", duty.code())
        .showing("job_ends", duty.code())
        .due("job_until", until)
        .with("until", new Moment(until, it.trip().zone()))
        .with("untilDay", Days.word(until, call.now(), it.trip().zone()))
        .with("limit", limit);
  }

  /** Whoever decides, and in which words, belongs to it. */
  private ActionResult about(ActionCall call, Approval approval, Waiting it) {
    var words = AssignTalk.words(call);
    return Overrides.asked(call, it.trip(), it.duty(), it.ranked(), talk, ranking, approval)
        .with("decider", AssignTalk.first(call.contact()))
        .with("note", words.isEmpty() ? null : words);
  }

  @Override
  public ActionResult rejected(ActionCall call, Approval approval) {
    return proposed(call, approval)
        .map(
            it ->
                Moves.move(
                    call,
                    Offering.KIND,
                    Duty.REMOVED,
                    about(call, approval, it),
                    () ->
                        talk.crew()
                            .move(call.sql(), call.tenant(), it.duty(), Duty.REMOVED, call.now())
                            .map(ignored -> about(call, approval, it))))
        .orElseGet(() -> asked(call, approval));
  }

  @Override
  public Glance glance(ActionCall call, Approval approval) {
    return job(call, approval)
        .map(
            it ->
                new Glance(
                    "%s on %s".formatted(talk.name(call, it.duty().person()), it.trip().code()),
                    "%s, %d guests".formatted(AssignTalk.lack(it.ranked()), it.trip().guests())))
        .orElseGet(() -> Approvable.super.glance(call, approval));
  }

  @Override
  public ActionResult asked(ActionCall call, Approval approval) {
    return job(call, approval)
        .map(it -> about(call, approval, it))
        .orElseGet(() -> ActionResult.about(approval.subject()));
  }
}
