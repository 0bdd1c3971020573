package travel.opslayer.capability.assign;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.ActionResult.Option;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.assign.JobRepository.Job;
import travel.opslayer.capability.assign.Ranking.Fit;
import travel.opslayer.capability.assign.Ranking.Ranked;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;

/** Somebody is asked to work on a trip; when they do not, the next one is. */
@Factory
final class Asking {

  static final String OFFER = "offer_job";
  static final String SHOW = "show_candidates";
  static final String NEXT = "next_job";

  @Singleton
  ActionHandler offerJob(AssignTalk talk, Ranking ranking, Offering offering) {
    return ActionHandler.of(
        OFFER, call -> talk.on(call, it -> offer(call, it, talk, ranking, offering)));
  }

  @Singleton
  ActionHandler showCandidates(AssignTalk talk, Ranking ranking) {
    return ActionHandler.of(SHOW, call -> talk.on(call, it -> show(call, it, talk, ranking)));
  }

  /** They would be rested later; the start of a trip is not moved by a tap. */
  @Singleton
  ActionHandler showLater(AssignTalk talk, Ranking ranking) {
    return ActionHandler.of(
        "show_later", call -> talk.on(call, it -> later(call, it, talk, ranking)));
  }

  @Singleton
  ActionHandler lapseJob(AssignTalk talk) {
    return ActionHandler.of("lapse_job", call -> talk.onJob(call, it -> lapse(call, it, talk)));
  }

  @Singleton
  ActionHandler nextJob(AssignTalk talk, Ranking ranking, Offering offering, JobRepository jobs) {
    return ActionHandler.of(
        NEXT, call -> talk.onJob(call, it -> next(call, it, talk, ranking, offering, jobs)));
  }

  @Singleton
  ActionHandler jobUnfilled(AssignTalk talk, Ranking ranking, JobRepository jobs) {
    return ActionHandler.of(
        "job_unfilled", call -> talk.onJob(call, it -> unfilled(call, it, talk, ranking, jobs)));
  }

  /** By code, as the rules see them for this wish. */
  static Optional<Ranked> named(
      ActionCall call, Trip trip, AssignTalk talk, Ranking ranking, String wish) {
    var code = call.fact("assign_named").orElse("");
    return ranking.all(call, trip, talk.role(call), wish).stream()
        .filter(it -> it.candidate().code().equals(code))
        .findFirst();
  }

  /** Why not them, and who else. */
  static ActionResult cannot(
      ActionCall call, Trip trip, AssignTalk talk, Ranking ranking, Optional<Ranked> named) {
    var role = talk.role(call);
    var all = ranking.all(call, trip, role, SHOW);
    ranking.keep(call, trip, role, all, call.person().id());
    var about = talk.about(call, trip).with("as", role);
    var told = named.map(it -> talk.lacking(call, about, trip, it)).orElse(about);
    return new Choices(talk, call, trip, role)
        .among(all, named.orElse(null))
        .on(told, Option.ANSWER)
        .refusing("assign/cannot");
  }

  private static ActionResult offer(
      ActionCall call, Trip trip, AssignTalk talk, Ranking ranking, Offering offering) {
    var named = named(call, trip, talk, ranking, OFFER);
    if (named.filter(it -> it.fit() == Fit.FREE).isEmpty()) {
      return cannot(call, trip, talk, ranking, named);
    }
    var role = talk.role(call);
    ranking.keep(call, trip, role, ranking.all(call, trip, role, SHOW), call.person().id());
    return offering.offer(call, trip, role, named.get(), call.person().id());
  }

  private static ActionResult show(ActionCall call, Trip trip, AssignTalk talk, Ranking ranking) {
    var role = talk.role(call);
    var all = ranking.all(call, trip, role, SHOW);
    ranking.keep(call, trip, role, all, call.person().id());
    var about = talk.about(call, trip).with("as", role);
    return new Choices(talk, call, trip, role).among(all, null).on(about, Option.ANSWER);
  }

  private static ActionResult later(ActionCall call, Trip trip, AssignTalk talk, Ranking ranking) {
    var named = named(call, trip, talk, ranking, OFFER);
    var at = named.map(it -> Moments.later(it, trip)).orElse(null);
    return named
        .map(it -> talk.lacking(call, talk.about(call, trip), trip, it))
        .orElseGet(() -> talk.about(call, trip))
        .with("later", at == null ? null : Moments.time(at, trip));
  }

  private static ActionResult lapse(ActionCall call, Duty duty, AssignTalk talk) {
    var trip = talk.trip(call, duty.trip()).orElseThrow();
    var about = talk.about(call, trip, duty);
    return Moves.move(
        call,
        Offering.KIND,
        Duty.LAPSED,
        about.with("state", duty.state()),
        () ->
            talk.crew()
                .move(call.sql(), call.tenant(), duty, Duty.LAPSED, call.now())
                .map(
                    it ->
                        about
                            .telling("assignee", it.person())
                            .then("job_open", it.code())
                            .noting("job_lapsed", it.code() + " was not answered in time.")));
  }

  /**
   * The best of those who are free and were not asked; exceptions are never asked for by a clock.
   */
  private static ActionResult next(
      ActionCall call,
      Duty before,
      AssignTalk talk,
      Ranking ranking,
      Offering offering,
      JobRepository jobs) {
    var trip = talk.trip(call, before.trip()).orElseThrow();
    var job = jobs.of(call.sql(), call.tenant(), before);
    var askedBy = job.map(Job::askedBy).orElse(before.person());
    var all = ranking.all(call, trip, before.role(), NEXT);
    var free = all.stream().filter(it -> it.fit() == Fit.FREE).findFirst();
    ranking.keep(call, trip, before.role(), all, askedBy);
    if (free.isEmpty()) {
      return ActionResult.about(trip.code()).then("job_unfilled", before.code());
    }
    return past(
        call,
        before,
        talk,
        jobs,
        offering.offer(call, trip, before.role(), free.get(), askedBy).telling("asker", askedBy));
  }

  /** What came before, for operations alone. */
  private static ActionResult past(
      ActionCall call, Duty before, AssignTalk talk, JobRepository jobs, ActionResult result) {
    return result
        .with("past", talk.name(call, before.person()))
        .with("how", before.state())
        .with("words", jobs.reason(call.sql(), call.tenant(), before).orElse(null));
  }

  private static ActionResult unfilled(
      ActionCall call, Duty before, AssignTalk talk, Ranking ranking, JobRepository jobs) {
    var trip = talk.trip(call, before.trip()).orElseThrow();
    var all = ranking.all(call, trip, before.role(), SHOW);
    var still =
        talk.crew().onTrip(call.sql(), call.tenant(), trip.code()).stream()
            .filter(it -> it.role().equals(before.role()) && it.isTheirs())
            .findFirst();
    var told =
        past(call, before, talk, jobs, talk.about(call, trip))
            .with("as", before.role())
            .with("still", still.map(it -> talk.name(call, it.person())).orElse(null))
            .noting("job_unfilled", "Nobody is left who is free: " + before.role() + ".");
    var choices = new Choices(talk, call, trip, before.role()).among(all, null);
    for (var audience : List.of("operations", "manager")) {
      told = choices.on(told, audience);
    }
    return told;
  }
}
