package travel.opslayer.capability.assign;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.capability.assign.Ranking.Ranked;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.reply.Money;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** What texts about who works on a trip may say. */
@Singleton
final class AssignTalk {

  private static final int HOUR = 60;

  private final TripRepository trips;
  private final CrewRepository crew;
  private final CandidateRepository candidates;
  private final Conversations people;

  AssignTalk(
      TripRepository trips,
      CrewRepository crew,
      CandidateRepository candidates,
      Conversations people) {
    this.trips = trips;
    this.crew = crew;
    this.candidates = candidates;
    this.people = people;
  }

  CrewRepository crew() {
    return crew;
  }

  Optional<Trip> trip(ActionCall call, String code) {
    return trips.byCode(call.sql(), call.tenant(), code);
  }

  /** What is done about the trip that is meant; nothing where there is none. */
  ActionResult on(ActionCall call, Function<Trip, ActionResult> work) {
    return call.fact("assign_trip")
        .flatMap(it -> trip(call, it))
        .map(work)
        .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("assign/which_trip"));
  }

  /** What is done about the job that is meant, as it is now. */
  ActionResult onJob(ActionCall call, Function<Duty, ActionResult> work) {
    return job(call)
        .map(work)
        .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("assign/over"));
  }

  Optional<Duty> job(ActionCall call) {
    return call.fact("job_code").flatMap(it -> crew.byCode(call.sql(), call.tenant(), it));
  }

  String role(ActionCall call) {
    return call.fact("assign_as").orElse(Duty.LEAD);
  }

  ActionResult about(ActionCall call, Trip trip) {
    var driver =
        crew.onTrip(call.sql(), call.tenant(), trip.code()).stream()
            .filter(it -> it.role().equals(Duty.DRIVER) && it.isTheirs())
            .findFirst();
    return ActionResult.about(trip.code())
        .with("trip", trip.code())
        .with("start", new Moment(trip.startsAt(), trip.zone()))
        .with("startDay", Days.word(trip.startsAt(), call.now(), trip.zone()))
        .with("end", new Moment(trip.endsAt(), trip.zone()))
        .with("meeting", trip.meeting().isEmpty() ? null : trip.meeting())
        .with("guests", trip.guests())
        .with("speakers", speakers(call, trip))
        .with("writer", first(call.contact()))
        .with("driver", driver.map(it -> name(call, it.person())).orElse(null));
  }

  /** The same about a job on it, and whom it is about. */
  ActionResult about(ActionCall call, Trip trip, Duty duty) {
    var until = duty.respondBy();
    var pay = duty.payMinor();
    var currency = duty.currency();
    return about(call, trip)
        .showing("assignee", duty.code())
        .with("job", duty.code())
        .with("as", duty.role())
        .with("who", name(call, duty.person()))
        .with("pay", pay == null || currency == null ? null : new Money(pay, currency))
        .with("until", until == null ? null : new Moment(until, trip.zone()))
        .with("untilDay", until == null ? null : Days.word(until, call.now(), trip.zone()));
  }

  /** Such as: 2 speak Spanish. */
  private @Nullable String speakers(ActionCall call, Trip trip) {
    var said =
        spoken(call, trip).entrySet().stream()
            .map(it -> "%d speak %s".formatted(it.getValue(), language(it.getKey())))
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? null : said;
  }

  /** How many guests speak what, beside the language of the house. */
  SortedMap<String, Integer> spoken(ActionCall call, Trip trip) {
    var all = new TreeMap<>(candidates.spoken(call.sql(), call.tenant(), trip.code()));
    all.remove(call.desk().tenant().language());
    return all;
  }

  static String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  /** First name; what stands there instead is for nobody to see. */
  String name(ActionCall call, UUID person) {
    return people.byPerson(call.sql(), call.tenant(), List.of(person)).stream()
        .findFirst()
        .map(AssignTalk::first)
        .orElse("a colleague");
  }

  static String first(Contact contact) {
    return Objects.requireNonNullElse(contact.person().firstName(), "a colleague");
  }

  static String hours(long minutes) {
    return minutes % HOUR == 0
        ? "%d h".formatted(minutes / HOUR)
        : "%d h %02d".formatted(minutes / HOUR, minutes % HOUR);
  }

  static String words(ActionCall call) {
    return String.join(" ", call.asked().turn().bubbles()).strip();
  }

  /** What somebody lacks, with the numbers. */
  ActionResult lacking(ActionCall call, ActionResult result, Trip trip, Ranked it) {
    var rest = it.fact().rest();
    var last = it.candidate().lastEnd();
    return result
        .with("named", name(call, it.candidate().person()))
        .with("lack", it.reasons().stream().findFirst().orElse(null))
        .with("lastEnd", last == null ? null : new Moment(last, trip.zone()))
        .with("rest", rest == null ? null : hours(rest))
        .with("restRule", ruled(it).map(AssignTalk::hours).orElse(null));
  }

  static Optional<Long> ruled(Ranked it) {
    return it.decision()
        .assigned("rest_needed")
        .filter(said -> said.matches("\\d{1,5}"))
        .map(Long::valueOf);
  }

  /** Whoever may allow it, by first name; the role where nobody has it. */
  String approver(ActionCall call, Ranked it) {
    var role = it.decision().assigned("approver").orElse("manager");
    return call.onDutyFirst(role, people.byRole(call.sql(), call.tenant(), role)).stream()
        .findFirst()
        .map(AssignTalk::first)
        .orElse("a " + role);
  }

  /** In a few words. */
  static String lack(Ranked it) {
    return it.reasons().stream()
        .map(
            reason ->
                switch (reason) {
                  case "rest" -> "Too little rest";
                  case "licence" -> "No lead licence";
                  case "busy" -> "Works then";
                  case "skill" -> "Not their work";
                  case "asked" -> "Has said no";
                  default -> reason;
                })
        .collect(Collectors.joining(", "));
  }
}
