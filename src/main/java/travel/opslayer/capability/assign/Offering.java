package travel.opslayer.capability.assign;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.assign.JobRepository.Job;
import travel.opslayer.capability.assign.Ranking.Ranked;
import travel.opslayer.decision.Decision;
import travel.opslayer.facts.Durations;
import travel.opslayer.reply.Money;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;

/** Writes that somebody is asked: until when, for what pay, and instead of whom. */
@Singleton
final class Offering {

  /** What moves, in the tables of states. */
  static final String KIND = "assignment";

  static final Duration USUAL = Duration.ofMinutes(30);

  private static final Pattern PAY = Pattern.compile("([A-Z]{3}) ?([\\d,]{1,12}(?:\\.\\d{1,2})?)");

  private final AssignTalk talk;
  private final CrewRepository crew;
  private final JobRepository jobs;

  Offering(AssignTalk talk, CrewRepository crew, JobRepository jobs) {
    this.talk = talk;
    this.crew = crew;
    this.jobs = jobs;
  }

  /** Somebody is asked whether they do it. */
  ActionResult offer(ActionCall call, Trip trip, String role, Ranked it, UUID askedBy) {
    var until = until(call, trip, it.decision(), "job_within");
    var person = it.candidate().person();
    return open(call, trip, role, person)
        .map(open -> talk.about(call, trip, open).refusing("assign/asked_already"))
        .orElseGet(
            () ->
                Moves.move(
                    call,
                    KIND,
                    Duty.OFFERED,
                    talk.about(call, trip),
                    () -> {
                      var duty = add(call, trip, role, it, Duty.OFFERED, until);
                      jobs.add(
                          call.sql(),
                          call.tenant(),
                          job(call, trip, duty, askedBy, null, it, call.now()));
                      return Optional.of(asked(call, trip, duty));
                    }));
  }

  /** What they are asked already, or shall be when somebody allows it. */
  Optional<Duty> open(ActionCall call, Trip trip, String role, UUID person) {
    return crew.onTrip(call.sql(), call.tenant(), trip.code()).stream()
        .filter(it -> it.person().equals(person) && it.role().equals(role))
        .filter(it -> Set.of(Duty.OFFERED, Duty.PROPOSED).contains(it.state()))
        .findFirst();
  }

  Duty add(
      ActionCall call, Trip trip, String role, Ranked it, String state, @Nullable Instant until) {
    var pay = it.decision().assigned("pay").flatMap(Offering::pay);
    return crew.add(
        call.sql(),
        call.tenant(),
        call.id("duty"),
        new CrewRepository.Draft(
            trip.code(),
            it.candidate().person(),
            role,
            trip.startsAt(),
            trip.endsAt(),
            until,
            pay.map(Money::minor).orElse(null),
            pay.map(Money::currency).orElse(null)),
        state,
        call.now());
  }

  Job job(
      ActionCall call,
      Trip trip,
      Duty duty,
      UUID askedBy,
      @Nullable String approval,
      Ranked it,
      @Nullable Instant offeredAt) {
    var holder =
        crew.onTrip(call.sql(), call.tenant(), trip.code()).stream()
            .filter(other -> other.role().equals(duty.role()) && other.isTheirs())
            .map(Duty::id)
            .findFirst();
    return new Job(duty.id(), askedBy, holder.orElse(null), approval, it.lacks(), offeredAt, null);
  }

  /** What follows when somebody is asked. */
  ActionResult asked(ActionCall call, Trip trip, Duty duty) {
    var until = duty.respondBy();
    var result =
        talk.about(call, trip, duty)
            .telling("assignee", duty.person())
            .showing("job_ends", duty.code())
            .noting("job_offered", "%s was offered as %s.".formatted(duty.code(), duty.role()));
    return until == null ? result : result.due("job_until", until);
  }

  /** By the rules; never after the trip starts. */
  static Instant until(ActionCall call, Trip trip, Decision decision, String name) {
    var within = decision.assigned(name).flatMap(Durations::of).orElse(USUAL);
    var until = call.now().plus(within);
    return until.isAfter(trip.startsAt()) ? trip.startsAt() : until;
  }

  /** As the table has it, such as NPR 4,500. */
  private static Optional<Money> pay(String typed) {
    var found = PAY.matcher(typed.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    var digits = Currency.getInstance(found.group(1)).getDefaultFractionDigits();
    var minor = new BigDecimal(found.group(2).replace(",", "")).movePointRight(digits);
    return Optional.of(new Money(minor.longValueExact(), found.group(1)));
  }
}
