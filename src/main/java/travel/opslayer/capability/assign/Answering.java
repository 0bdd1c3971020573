package travel.opslayer.capability.assign;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.ActionResult.Option;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.assign.JobRepository.Job;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.TryAgain;
import travel.opslayer.reply.Moment;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;

/** Whoever is asked says yes or no, or has second thoughts. */
@Factory
final class Answering {

  private static final String OFFICE = "operations";

  @Singleton
  ActionHandler acceptJob(AssignTalk talk, JobRepository jobs) {
    return ActionHandler.of(
        "accept_job", call -> talk.onJob(call, it -> accept(call, it, new Desk(talk, jobs))));
  }

  @Singleton
  ActionHandler acceptLate(AssignTalk talk, JobRepository jobs) {
    return ActionHandler.of(
        "accept_late", call -> talk.onJob(call, it -> late(call, it, new Desk(talk, jobs))));
  }

  @Singleton
  ActionHandler declineJob(AssignTalk talk, JobRepository jobs) {
    return ActionHandler.of(
        "decline_job",
        call -> talk.onJob(call, it -> leave(call, it, Duty.DECLINED, new Desk(talk, jobs))));
  }

  /** Long before the trip they may; somebody else is looked for at once. */
  @Singleton
  ActionHandler withdrawJob(AssignTalk talk, JobRepository jobs) {
    return ActionHandler.of(
        "withdraw_job",
        call -> talk.onJob(call, it -> leave(call, it, Duty.REMOVED, new Desk(talk, jobs))));
  }

  /** Soon before it they stay on it until somebody takes their place. */
  @Singleton
  ActionHandler wantOut(
      AssignTalk talk, JobRepository jobs, Ranking ranking, Conversations people) {
    return ActionHandler.of(
        "want_out",
        call -> talk.onJob(call, it -> out(call, it, new Desk(talk, jobs), ranking, people)));
  }

  @Singleton
  ActionHandler keepJob(AssignTalk talk, JobRepository jobs) {
    return ActionHandler.of(
        "keep_job", call -> talk.onJob(call, it -> keep(call, it, new Desk(talk, jobs))));
  }

  @Singleton
  ActionHandler askJob(AssignTalk talk, JobRepository jobs) {
    return ActionHandler.of(
        "ask_job", call -> talk.onJob(call, it -> new Desk(talk, jobs).about(call, it)));
  }

  /** A thumb is no yes to a day of work. */
  @Singleton
  ActionHandler explainAccept(AssignTalk talk, JobRepository jobs) {
    return ActionHandler.of(
        "explain_accept",
        call ->
            talk.onJob(
                call,
                it -> new Desk(talk, jobs).about(call, it).showing(Option.ANSWER, it.code())));
  }

  /** What all need. */
  private record Desk(AssignTalk talk, JobRepository jobs) {

    Optional<Job> job(ActionCall call, Duty duty) {
      return jobs.of(call.sql(), call.tenant(), duty);
    }

    ActionResult about(ActionCall call, Duty duty) {
      var trip = trip(call, duty);
      return talk.about(call, trip, duty)
          .with("state", duty.state())
          .telling("asker", job(call, duty).map(Job::askedBy).orElse(null))
          .with("asker", job(call, duty).map(it -> talk.name(call, it.askedBy())).orElse(null));
    }

    Trip trip(ActionCall call, Duty duty) {
      return talk.trip(call, duty.trip()).orElseThrow();
    }

    Optional<Duty> move(ActionCall call, Duty duty, String to) {
      return talk.crew().move(call.sql(), call.tenant(), duty, to, call.now());
    }

    /** In their words; a tap has none. */
    void reason(ActionCall call, Duty duty) {
      var words = AssignTalk.words(call);
      if (!words.isEmpty()) {
        jobs.reason(call.sql(), call.tenant(), duty, words);
      }
    }
  }

  private static ActionResult accept(ActionCall call, Duty duty, Desk desk) {
    var about = desk.about(call, duty);
    var replaces = desk.job(call, duty).map(Job::replaces).orElse(null);
    var former = former(call, duty, replaces, desk);
    if (former.isPresent() && !Moves.declares(call, "former", Duty.REMOVED)) {
      return about.refusing("assign/taken");
    }
    return Moves.move(
        call,
        Offering.KIND,
        Duty.ACCEPTED,
        about,
        () -> Optional.of(accepted(call, duty, former, desk)));
  }

  /** Whoever does it until now, and is to be replaced. */
  private static Optional<Duty> former(
      ActionCall call, Duty duty, @Nullable UUID replaces, Desk desk) {
    return desk.talk().crew().onTrip(call.sql(), call.tenant(), duty.trip()).stream()
        .filter(it -> it.id().equals(replaces) && it.isTheirs())
        .findFirst();
  }

  /** One goes and one comes in the same moment: never nobody, never two. */
  private static ActionResult accepted(
      ActionCall call, Duty duty, Optional<Duty> former, Desk desk) {
    if (former.isPresent() && desk.move(call, former.get(), Duty.REMOVED).isEmpty()) {
      throw new TryAgain("Whoever did it has changed.");
    }
    var now =
        desk.move(call, duty, Duty.ACCEPTED)
            .orElseThrow(() -> new TryAgain("The job has changed."));
    var job = desk.job(call, duty);
    var limit = desk.talk().crew().maxGuests(call.sql(), call.tenant(), now);
    var guests = desk.trip(call, now).guests();
    var result =
        desk.about(call, now)
            .with("accepted", new Moment(call.now(), zone(call, now, desk)))
            .with("minutes", job.map(Job::offeredAt).map(it -> minutes(it, call)).orElse(null))
            .with("approval", job.map(Job::approval).orElse(null))
            .with("limit", limit.orElse(null))
            .with("fits", limit.isPresent() && guests <= limit.get() ? "yes" : null)
            .with("former", former.map(it -> desk.talk().name(call, it.person())).orElse(null))
            .noting("job_accepted", now.code() + " was accepted.");
    return former
        .map(
            it ->
                result
                    .telling("released", it.person())
                    .showing("released", it.code())
                    .noting("job_released", it.code() + " ended: somebody else does it."))
        .orElse(result);
  }

  private static ZoneId zone(ActionCall call, Duty duty, Desk desk) {
    return desk.trip(call, duty).zone();
  }

  private static long minutes(Instant from, ActionCall call) {
    return Duration.between(from, call.now()).plusSeconds(30).toMinutes();
  }

  /** The honest answer: it is over; and whether it still helps. */
  private static ActionResult late(ActionCall call, Duty duty, Desk desk) {
    var needed = call.fact("job_needed").filter("true"::equals).isPresent();
    var taken = call.fact("job_taken").filter("true"::equals).isPresent();
    var result =
        desk.about(call, duty)
            .with("now", taken ? "taken" : needed ? "open" : "asked")
            .noting("job_late", duty.code() + " was said yes to too late.");
    var code = call.person().code();
    return needed && code != null
        ? result.choosingFor("asker", "offer_job:" + code, duty.trip(), "Offer it again", "")
        : result;
  }

  private static ActionResult leave(ActionCall call, Duty duty, String to, Desk desk) {
    var about = desk.about(call, duty);
    return Moves.move(
        call,
        Offering.KIND,
        to,
        about,
        () ->
            desk.move(call, duty, to)
                .map(
                    it -> {
                      desk.reason(call, it);
                      return about
                          .then("job_open", it.code())
                          .noting("job_left", "%s: %s.".formatted(it.code(), to));
                    }));
  }

  private static ActionResult out(
      ActionCall call, Duty duty, Desk desk, Ranking ranking, Conversations people) {
    var trip = desk.trip(call, duty);
    var teller =
        call.onDutyFirst(OFFICE, people.byRole(call.sql(), call.tenant(), OFFICE)).stream()
            .map(it -> it.person().id())
            .findFirst()
            .orElse(duty.person());
    desk.jobs().wantsOut(call.sql(), call.tenant(), duty, teller, call.now());
    desk.reason(call, duty);
    var all = ranking.all(call, trip, duty.role(), Asking.SHOW);
    ranking.keep(
        call, trip, duty.role(), all, desk.job(call, duty).map(Job::askedBy).orElse(teller));
    var words = AssignTalk.words(call);
    var told =
        desk.about(call, duty)
            .with(
                "before",
                AssignTalk.hours(Duration.between(call.now(), trip.startsAt()).toMinutes()))
            .with("words", words.isEmpty() ? null : words)
            .noting("wants_out", duty.code() + ": they want to be replaced, and stay until then.");
    return new Choices(desk.talk(), call, trip, duty.role())
        .among(all, null)
        .on(told, "operations")
        .choosingFor(
            "operations",
            "keep_job",
            duty.code(),
            "Keep " + desk.talk().name(call, duty.person()),
            "Tell them no");
  }

  private static ActionResult keep(ActionCall call, Duty duty, Desk desk) {
    desk.jobs().wantsOut(call.sql(), call.tenant(), duty, call.person().id(), null);
    return desk.about(call, duty)
        .telling("assignee", duty.person())
        .noting("job_kept", duty.code() + ": they stay on it.");
  }
}
