package travel.opslayer.capability.assign;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.ActionResult.Option;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Approvals.Request;
import travel.opslayer.capability.assign.Ranking.Fit;
import travel.opslayer.capability.assign.Ranking.Ranked;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/** Somebody may only do it when it is allowed once: asked for, explained, and watched. */
@Factory
final class Overrides {

  /** What is asked of those who decide. */
  static final String OVERRIDE = "override";

  /** More guests came than were allowed. */
  static final String OVERFULL = "overfull";

  /** A manager looks at most of what has a person's name on it for this long. */
  private static final String WITHIN = "approve_within";

  private static final String WHY = "Why";

  static boolean isOverride(Approval approval) {
    return approval.action().equals(OVERRIDE);
  }

  @Singleton
  ActionHandler askOverride(
      AssignTalk talk,
      Ranking ranking,
      Offering offering,
      JobRepository jobs,
      Approvals approvals) {
    return ActionHandler.of(
        "ask_override",
        call -> talk.on(call, it -> ask(call, it, talk, ranking, offering, jobs, approvals)));
  }

  /** Made of all actions, this one among them: so the releases are fetched later. */
  @Singleton
  ActionHandler whyOverride(
      AssignTalk talk, Ranking ranking, JobRepository jobs, BeanProvider<PastReleases> releases) {
    return ActionHandler.of(
        "why_override",
        call -> talk.onJob(call, it -> why(call, it, talk, ranking, jobs, releases)));
  }

  @Singleton
  ActionHandler noteOverfull(
      AssignTalk talk, Ranking ranking, JobRepository jobs, HappeningRepository happenings) {
    return ActionHandler.of(
        "note_overfull",
        call -> talk.onJob(call, it -> overfull(call, it, talk, ranking, jobs, happenings)));
  }

  private static ActionResult ask(
      ActionCall call,
      Trip trip,
      AssignTalk talk,
      Ranking ranking,
      Offering offering,
      JobRepository jobs,
      Approvals approvals) {
    var named = Asking.named(call, trip, talk, ranking, Asking.OFFER);
    if (named.isEmpty() || named.get().fit() == Fit.NEVER) {
      return Asking.cannot(call, trip, talk, ranking, named);
    }
    var it = named.get();
    var about = talk.lacking(call, talk.about(call, trip), trip, it);
    if (it.fit() == Fit.FREE) {
      return about
          .choosing(Asking.OFFER + ':' + it.candidate().code(), trip.code(), "Offer it", "")
          .refusing("assign/needs_no_yes");
    }
    var role = talk.role(call);
    var open = offering.open(call, trip, role, it.candidate().person());
    if (open.isPresent()) {
      return talk.about(call, trip, open.get()).refusing("assign/asked_already");
    }
    return Moves.move(
        call,
        Offering.KIND,
        Duty.PROPOSED,
        about,
        () -> {
          var duty = offering.add(call, trip, role, it, Duty.PROPOSED, null);
          var approval = request(call, trip, duty, it, approvals);
          jobs.add(
              call.sql(),
              call.tenant(),
              offering.job(call, trip, duty, call.person().id(), approval.code(), it, null));
          return Optional.of(
              asked(call, trip, duty, it, talk, ranking, approval)
                  .due("approval_until", approval.expiresAt())
                  .due("deputies_from", call.now())
                  .showing("approval_ends", approval.code())
                  .showing("approval_deputies", approval.code())
                  .showing("approver", approval.code())
                  .noting("asked", "Asked for an exception: %s.".formatted(approval.code())));
        });
  }

  private static Approval request(
      ActionCall call, Trip trip, Duty duty, Ranked it, Approvals approvals) {
    // Of this candidate, for the terms are theirs.
    var theirs = new ActionCall(call.sql(), call.asked(), it.decision(), call.desk(), call.rules());
    return approvals.ask(
        call.sql(),
        call.tenant(),
        call.id("approval"),
        new Request(
            duty.code(),
            OVERRIDE,
            content(trip, duty, it),
            AssignTalk.lack(it),
            call.person().id(),
            it.decision().assigned("approver").orElse("manager"),
            theirs.quorum(),
            Offering.until(call, trip, it.decision(), WITHIN)),
        call.now());
  }

  /** When any of it changes, a yes to it is a yes to something else. */
  static String content(Trip trip, Duty duty, Ranked it) {
    return "%s %s %s %s %s %d"
        .formatted(
            trip.code(),
            trip.startsAt(),
            duty.person(),
            duty.role(),
            String.join("+", it.reasons()),
            trip.guests());
  }

  /** What the request is about, for whoever decides. */
  static ActionResult asked(
      ActionCall call,
      Trip trip,
      Duty duty,
      Ranked it,
      AssignTalk talk,
      Ranking ranking,
      Approval approval) {
    var until = approval.expiresAt();
    return talk.lacking(call, talk.about(call, trip, duty), trip, it)
        .with("approval", approval.code())
        .with("asker", talk.name(call, approval.requestedBy()))
        .with("approver", talk.approver(call, it))
        .with("alternative", alternative(call, trip, duty, talk, ranking))
        .with("answerUntil", new Moment(until, trip.zone()))
        .with("answerUntilDay", Days.word(until, call.now(), trip.zone()));
  }

  /** Who could do it without an exception, as far as a later start is one. */
  private static @Nullable String alternative(
      ActionCall call, Trip trip, Duty duty, AssignTalk talk, Ranking ranking) {
    for (var it : ranking.all(call, trip, duty.role(), Asking.SHOW)) {
      var later = Moments.later(it, trip);
      var name = talk.name(call, it.candidate().person());
      if (it.fit() == Fit.FREE) {
        return name;
      }
      if (later != null && !it.candidate().person().equals(duty.person())) {
        return "%s from %s".formatted(name, Moments.time(later, trip));
      }
    }
    return null;
  }

  private static ActionResult why(
      ActionCall call,
      Duty duty,
      AssignTalk talk,
      Ranking ranking,
      JobRepository jobs,
      BeanProvider<PastReleases> releases) {
    var trip = talk.trip(call, duty.trip()).orElseThrow();
    var it =
        ranking.all(call, trip, duty.role(), Asking.OFFER).stream()
            .filter(one -> one.candidate().person().equals(duty.person()))
            .findFirst();
    var year = call.now().atZone(trip.zone()).with(TemporalAdjusters.firstDayOfYear());
    Instant since = year.toLocalDate().atStartOfDay(trip.zone()).toInstant();
    var about = talk.about(call, trip, duty);
    return it.map(one -> talk.lacking(call, about, trip, one))
        .orElse(about)
        .with("rows", it.map(one -> rows(call, one, releases.get())).orElse(null))
        .with(
            "trips",
            jobs.done(call.sql(), call.tenant(), duty.person(), Duty.ASSISTANT, call.now()))
        .with("incidents", jobs.incidents(call.sql(), call.tenant(), duty.person()))
        .with("allowed", jobs.exceptions(call.sql(), call.tenant(), duty.person(), since))
        .showing(Option.ANSWER, Objects.requireNonNullElse(call.asked().subject(), duty.code()));
  }

  /** Where it stands, and what its author wrote beside it. */
  private static @Nullable String rows(ActionCall call, Ranked it, PastReleases releases) {
    var sources = it.lacks().stream().flatMap(lack -> it.rows(lack).stream()).distinct().toList();
    var written =
        releases
            .find(call.tenant(), it.decision().release())
            .map(past -> past.rows(sources))
            .orElse(Map.of());
    var said =
        sources.stream()
            .map(source -> row(source, written.getOrDefault(source, Map.of()).get(WHY)))
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? null : said;
  }

  private static String row(String source, @Nullable String why) {
    var place = source.replaceFirst(".*/", "").replaceFirst("!", " row ");
    return why == null || why.isEmpty() ? place : "%s \"%s\"".formatted(place, why);
  }

  private static ActionResult overfull(
      ActionCall call,
      Duty duty,
      AssignTalk talk,
      Ranking ranking,
      JobRepository jobs,
      HappeningRepository happenings) {
    var trip = talk.trip(call, duty.trip()).orElseThrow();
    happenings.add(
        call.sql(),
        call.tenant(),
        new Happening(
            call.id(OVERFULL),
            trip.code(),
            OVERFULL,
            null,
            trip.guests(),
            null,
            call.now(),
            call.now(),
            Happening.SEEN,
            null,
            null,
            null));
    var all = ranking.all(call, trip, duty.role(), Asking.SHOW);
    var told =
        talk.about(call, trip, duty)
            .with(
                "approval",
                jobs.of(call.sql(), call.tenant(), duty).map(it -> it.approval()).orElse(null))
            .with("limit", talk.crew().maxGuests(call.sql(), call.tenant(), duty).orElse(null))
            .noting(OVERFULL, "More guests than were allowed: " + trip.guests() + ".");
    var choices = new Choices(talk, call, trip, duty.role()).among(all, null);
    for (var audience : List.of("operations", "manager")) {
      told = choices.on(told, audience);
    }
    return told;
  }
}
