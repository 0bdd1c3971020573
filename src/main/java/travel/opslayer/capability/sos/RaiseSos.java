package travel.opslayer.capability.sos;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.incident.Report;
import travel.opslayer.incident.ReportRepository;
import travel.opslayer.message.Content;
import travel.opslayer.reply.Moment;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;

/**
 * Somebody cries for help: a critical incident, whoever they are. It runs for decisions that were
 * taken beside the rules too, so it reads no facts of theirs.
 */
@Singleton
final class RaiseSos implements ActionHandler {

  /** Crying again is no second incident for so long. */
  private static final Duration ONE = Duration.ofMinutes(30);

  private static final Duration AROUND = Duration.ofHours(12);

  private final IncidentRepository incidents;
  private final ReportRepository reports;
  private final CrewRepository crew;
  private final GuestRepository guests;

  RaiseSos(
      IncidentRepository incidents,
      ReportRepository reports,
      CrewRepository crew,
      GuestRepository guests) {
    this.incidents = incidents;
    this.reports = reports;
    this.crew = crew;
    this.guests = guests;
  }

  @Override
  public String name() {
    return "raise_sos";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var trip = trip(call).orElse(null);
    incidents.lock(call.sql(), call.tenant(), trip);
    var known = known(call, trip);
    var now =
        known
            .map(
                it ->
                    isWorse(it) ? incidents.worsen(call.sql(), call.tenant(), it, call.now()) : it)
            .orElseGet(() -> opened(call, trip));
    keep(call, now);
    var who = call.person().code() == null ? call.person().role() : call.person().code();
    return ActionResult.about(now.code())
        .telling("reporter", now.reporter())
        .telling("incident_owner", now.owner())
        .with("incident", now.code())
        .with("trip", now.trip())
        .with("who", call.person().name())
        .with("role", call.person().role())
        .with("lost", call.person().locked() ? "yes" : null)
        .with("phone", call.contact().address().value())
        .with("words", words(call))
        .with("at", new Moment(call.now(), call.desk().tenant().zone()))
        .with("again", known.isPresent() ? "yes" : null)
        .noting(known.isPresent() ? "sos_again" : "sos", "A cry for help (%s).".formatted(who));
  }

  private Incident opened(ActionCall call, @Nullable String trip) {
    var draft =
        new IncidentRepository.Draft(
            trip, Incident.SOS, Incident.CRITICAL, call.person().id(), call.now());
    return incidents.open(call.sql(), call.tenant(), call.id("incident"), draft, call.now());
  }

  /** Nobody has an incident that has become critical: what they took was another one. */
  private static boolean isWorse(Incident it) {
    return !it.severity().equals(Incident.CRITICAL) || !it.isGoingOn();
  }

  /** The one that the button is about; else what they cry about already. */
  private Optional<Incident> known(ActionCall call, @Nullable String trip) {
    var subject = call.asked().subject();
    var current = incidents.current(call.sql(), call.tenant(), call.now());
    return current.stream()
        .filter(it -> it.code().equals(subject))
        .findFirst()
        .or(
            () ->
                current.stream()
                    .filter(it -> it.category().equals(Incident.SOS) && it.isGoingOn())
                    .filter(
                        it ->
                            it.reporter().equals(call.person().id())
                                || trip != null && trip.equals(it.trip()))
                    .filter(it -> it.openedAt().isAfter(call.now().minus(ONE)))
                    .findFirst());
  }

  /** The trip that they are on, if that is clear. */
  private Optional<String> trip(ActionCall call) {
    var subject = call.asked().subject();
    if (subject != null && subject.startsWith("TRP")) {
      return Optional.of(subject);
    }
    var person = call.person().id();
    var from = call.now().minus(AROUND);
    var working =
        crew.of(call.sql(), call.tenant(), List.of(person), from, call.now()).stream()
            .filter(Duty::isTheirs)
            .filter(it -> !it.startsAt().isAfter(call.now()) && it.endsAt().isAfter(call.now()))
            .map(Duty::trip);
    var travelling =
        call.person().isStaff()
            ? List.<String>of()
            : guests.ofPerson(call.sql(), call.tenant(), person).stream()
                .map(GuestParty::trip)
                .toList();
    var all = call.person().isStaff() ? working.distinct().toList() : travelling;
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private void keep(ActionCall call, Incident it) {
    var words = words(call);
    var kind =
        call.asked().turn().messages().stream()
            .findFirst()
            .map(message -> message.content().kind())
            .orElse("text");
    var report =
        new Report(
            call.id("report"),
            it.id(),
            it.trip(),
            call.person().id(),
            kind,
            words,
            call.asked().turn().id(),
            call.now());
    reports.add(call.sql(), call.tenant(), report, call.now());
  }

  private static @Nullable String words(ActionCall call) {
    var words =
        call.asked().turn().messages().stream()
            .map(it -> it.content())
            .map(it -> it instanceof Content.Tap tap ? tap.title() : it.words())
            .filter(it -> !it.isBlank())
            .toList();
    return words.isEmpty() ? null : String.join("\n", words);
  }
}
