package travel.opslayer.capability.incident;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.incident.Plan;
import travel.opslayer.incident.PlanRepository;
import travel.opslayer.incident.Report;
import travel.opslayer.incident.ReportRepository;
import travel.opslayer.incident.ToldRepository;
import travel.opslayer.reply.Moment;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** What texts about an incident may say. */
@Singleton
final class IncidentTalk {

  /** So many things may be left to do by the rules of one decision. */
  private static final int TASKS = 4;

  private final IncidentRepository incidents;
  private final ReportRepository reports;
  private final PlanRepository plans;
  private final ToldRepository told;
  private final TripRepository trips;
  private final SaleTalk sale;

  IncidentTalk(
      IncidentRepository incidents,
      ReportRepository reports,
      PlanRepository plans,
      ToldRepository told,
      TripRepository trips,
      SaleTalk sale) {
    this.incidents = incidents;
    this.reports = reports;
    this.plans = plans;
    this.told = told;
    this.trips = trips;
    this.sale = sale;
  }

  Optional<Incident> meant(ActionCall call) {
    return call.fact("incident_code")
        .flatMap(it -> incidents.byCode(call.sql(), call.tenant(), it));
  }

  /** The plan that was written last. */
  Optional<Plan> plan(ActionCall call, Incident it) {
    return plans.last(call.sql(), call.tenant(), it.id());
  }

  Optional<Trip> trip(ActionCall call, Incident it) {
    return Optional.ofNullable(it.trip())
        .flatMap(code -> trips.byCode(call.sql(), call.tenant(), code));
  }

  @Nullable String name(ActionCall call, @Nullable UUID person) {
    return sale.contact(call, person).map(it -> it.person().firstName()).orElse(null);
  }

  Moment moment(ActionCall call, Instant at) {
    return new Moment(at, call.desk().tenant().zone());
  }

  ActionResult about(ActionCall call, Incident it) {
    return about(call, it, it.code());
  }

  /**
   * @param subject what a tap or an answer is about: the incident, or a party of it
   */
  ActionResult about(ActionCall call, Incident it, String subject) {
    var all = reports.of(call.sql(), call.tenant(), it.id());
    var plan = plan(call, it).filter(last -> !last.state().equals("replaced"));
    var trip = trip(call, it);
    return ActionResult.about(subject)
        .telling("incident_owner", it.owner())
        .telling("reporter", it.reporter())
        .with("incident", it.code())
        .with("trip", it.trip())
        .with("what", it.category())
        .with("severity", it.severity())
        .with("state", it.state())
        .with("guests", trip.map(Trip::guests).orElse(null))
        .with("vehicle", trip.map(Trip::vehicle).filter(plate -> !plate.isEmpty()).orElse(null))
        .with("reporter", name(call, it.reporter()))
        .with("owner", name(call, it.owner()))
        .with("at", moment(call, it.openedAt()))
        .with("ago", Math.max(0, Duration.between(it.openedAt(), call.now()).toSeconds()))
        .with("photo", has(all, "image"))
        .with("voice", has(all, "audio"))
        .with("place", place(all))
        .with("safe", it.safe() ? "yes" : null)
        .with("plate", plan.map(Plan::plate).orElse(null))
        .with("driver", plan.map(Plan::driver).orElse(null))
        .with("eta", plan.map(last -> moment(call, last.arrivesAt())).orElse(null))
        .with("arrival", arrival(call, it).map(at -> moment(call, at)).orElse(null));
  }

  /** When the trip will be over: as planned, and as much later as it stood still, or will have. */
  Optional<Instant> arrival(ActionCall call, Incident it) {
    var until =
        it.resolvedAt() == null
            ? plan(call, it).map(Plan::arrivesAt)
            : Optional.of(it.resolvedAt());
    return until.flatMap(
        at -> trip(call, it).map(trip -> trip.endsAt().plus(Duration.between(it.openedAt(), at))));
  }

  /** How long each rung of the ladder has to answer; null where the rules set none. */
  @Nullable Duration within(ActionCall call, String severity) {
    return call.length("ack_" + severity).orElse(null);
  }

  /** The next rung is told at that time, unless somebody answers. */
  ActionResult climbing(ActionCall call, ActionResult result, String severity) {
    var within = within(call, severity);
    return within == null
        ? result
        : result.with("minutes", within.toMinutes()).due("ack_due", call.now().plus(within));
  }

  /** What the rules say is left to do. */
  void leave(ActionCall call, Incident it) {
    for (var i = 1; i <= TASKS; i++) {
      call.decision()
          .assigned("follow_up_" + i)
          .ifPresent(task -> told.task(call.sql(), call.tenant(), it.id(), task));
    }
  }

  /** What is still to do, in one line; null when nothing is. */
  @Nullable String tasks(ActionCall call, Incident it) {
    var all = told.tasks(call.sql(), call.tenant(), it.id());
    return all.isEmpty() ? null : String.join(", ", all);
  }

  /** Everybody who was told, and not yet that it is over, is told now, if the rules say so. */
  ActionResult over(ActionCall call, Incident it, ActionResult result) {
    if (call.decision().assigned("tell_guests").filter("yes"::equals).isEmpty()) {
      return result;
    }
    for (var party : told.of(call.sql(), call.tenant(), it.id())) {
      if (party.toldAt() != null && party.overAt() == null) {
        result = result.then("tell_over", it.code() + "/" + party.booking());
      }
    }
    return result;
  }

  /** What went wrong, for the choices of a text that asks. */
  static ActionResult choices(ActionResult result) {
    return result
        .with("askVehicle", "vehicle")
        .with("askAccident", "accident")
        .with("askHealth", "health")
        .with("askRoad", "road")
        .with("askWeather", "weather")
        .with("askLost", "lost")
        .with("askOther", "other");
  }

  private static @Nullable String has(List<Report> all, String kind) {
    return all.stream().anyMatch(it -> it.kind().equals(kind)) ? "yes" : null;
  }

  private static @Nullable String place(List<Report> all) {
    return all.stream()
        .filter(it -> it.kind().equals("location"))
        .map(Report::note)
        .filter(it -> it != null)
        .reduce((first, last) -> last)
        .orElse(null);
  }

  /** The words of a category in a timeline, which no customer reads. */
  static String spoken(String category) {
    return Map.of("sos", "SOS", "vehicle", "vehicle breakdown").getOrDefault(category, category);
  }
}
