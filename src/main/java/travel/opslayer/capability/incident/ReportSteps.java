package travel.opslayer.capability.incident;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.trip.FlightRepository;
import travel.opslayer.trip.TripRepository;

/** Something goes wrong, and somebody says or shows it. */
@Factory
final class ReportSteps {

  /** Two reports at the same moment have not seen each other. */
  private static final Duration MOMENT = Duration.ofMinutes(1);

  @Singleton
  ActionHandler reportIncident(
      IncidentRepository incidents, FlightRepository flights, IncidentTalk talk, Reports reports) {
    return new Open(incidents, flights, talk, reports);
  }

  /** Another one says it too, or more is shown. */
  @Singleton
  ActionHandler addReport(IncidentRepository incidents, IncidentTalk talk, Reports reports) {
    return new Step(
        "add_report",
        talk,
        (call, it) ->
            joined(call, it, incidents, talk, reports)
                .with("by", call.person().firstName())
                .with("words", PromiseSteps.words(call)));
  }

  /** Shown without a word: it waits for the words. */
  @Singleton
  ActionHandler holdPhoto(Reports reports) {
    return new Ask("hold_photo", reports, null);
  }

  /** What has happened? Asked with buttons, at once or when no words have come. */
  @Singleton
  ActionHandler askReport(Reports reports) {
    return new Ask("ask_report", reports, null);
  }

  /** Something is wrong, but on which trip? */
  @Singleton
  ActionHandler askTrip(Reports reports, TripRepository trips) {
    return new Ask("ask_trip", reports, trips);
  }

  @Singleton
  ActionHandler allOk(IncidentRepository incidents, IncidentTalk talk) {
    return new Step(
        "all_ok",
        talk,
        (call, it) -> {
          incidents.safe(call.sql(), call.tenant(), it);
          return talk.about(call, it).with("safe", "yes").noting("safe", "Everybody is well.");
        });
  }

  /** They had deleted their report, and it is true. */
  @Singleton
  ActionHandler stillTrue(IncidentTalk talk) {
    return new Step(
        "still_true",
        talk,
        (call, it) -> talk.about(call, it).noting("still_true", "The report is true."));
  }

  /** Somebody is unwell, and conscious. */
  @Singleton
  ActionHandler conscious(IncidentTalk talk) {
    return new Step(
        "conscious",
        talk,
        (call, it) ->
            talk.about(call, it)
                .with("by", call.person().firstName())
                .noting("conscious", "Whoever is unwell is conscious."));
  }

  @Singleton
  ActionHandler needPolice(IncidentTalk talk) {
    return new Step(
        "need_police",
        talk,
        (call, it) -> talk.about(call, it).noting("police", "The police is needed."));
  }

  static ActionResult joined(
      ActionCall call,
      Incident it,
      IncidentRepository incidents,
      IncidentTalk talk,
      Reports reports) {
    reports.keep(call, it.id(), it.trip());
    reports.explain(call, it.id());
    if (call.fact("report_safe").filter("true"::equals).isPresent()) {
      incidents.safe(call.sql(), call.tenant(), it);
    }
    var kind = call.fact("message_kind").orElse("message");
    return talk.about(call, it)
        .noting("report", "%s said or showed more (%s).".formatted(who(call), kind));
  }

  static String who(ActionCall call) {
    var code = call.person().code();
    return code == null ? "A guest" : code;
  }

  private record Open(
      IncidentRepository incidents, FlightRepository flights, IncidentTalk talk, Reports reports)
      implements ActionHandler {

    @Override
    public String name() {
      return "report_incident";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var trip = call.fact("report_trip").orElse(null);
      var category = call.fact("report_category").orElse("other");
      incidents.lock(call.sql(), call.tenant(), trip);
      return justNow(call, trip, category)
          .map(it -> joined(call, it, incidents, talk, reports).refusing("incident/joined"))
          .orElseGet(() -> opened(call, trip, category));
    }

    /** One that was opened while this turn was read. */
    private Optional<Incident> justNow(ActionCall call, @Nullable String trip, String category) {
      return incidents.current(call.sql(), call.tenant(), call.now()).stream()
          .filter(it -> it.isGoingOn() && it.category().equals(category))
          .filter(it -> trip != null && trip.equals(it.trip()))
          .filter(it -> it.alertedAt().isAfter(call.now().minus(MOMENT)))
          .findFirst();
    }

    private ActionResult opened(ActionCall call, @Nullable String trip, String category) {
      var severity = call.decision().assigned("severity").orElse("high");
      Instant happened = Reports.happened(call);
      var draft =
          new IncidentRepository.Draft(trip, category, severity, call.person().id(), happened);
      var opened =
          incidents.open(call.sql(), call.tenant(), call.id("incident"), draft, call.now());
      joined(call, opened, incidents, talk, reports);
      var line =
          "%s reports: %s, %s.".formatted(who(call), IncidentTalk.spoken(category), severity);
      var about = talk.about(call, opened).noting("reported", line);
      return talk.climbing(call, about, severity)
          .with("flightAt", flight(call, trip).map(at -> talk.moment(call, at)).orElse(null));
    }

    /** The first that a guest has to catch. */
    private Optional<Instant> flight(ActionCall call, @Nullable String trip) {
      return trip == null
          ? Optional.empty()
          : flights.of(call.sql(), call.tenant(), trip).values().stream()
              .filter(it -> it.isAfter(call.now()))
              .min(Instant::compareTo);
    }
  }

  /**
   * @param trips to choose from; null where the trip is known
   */
  private record Ask(String name, Reports reports, @Nullable TripRepository trips)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var trip = call.fact("report_trip").orElse(call.asked().subject());
      if (call.asked().turn().timer().isPresent()) {
        var result = IncidentTalk.choices(ActionResult.about(trip).with("trip", trip));
        return reports.isUnexplained(call) ? result : result.refusing("incident/none_open");
      }
      reports.keep(call, null, trip);
      var result = IncidentTalk.choices(ActionResult.about(trip).with("trip", trip));
      return trips == null ? result : choosing(call, result, trips);
    }

    private static ActionResult choosing(
        ActionCall call, ActionResult result, TripRepository trips) {
      var day = Duration.ofHours(18);
      var category = call.fact("report_category").orElse("other");
      for (var it :
          trips.starting(call.sql(), call.tenant(), call.now().minus(day), call.now().plus(day))) {
        var at = it.startTime().toString();
        result = result.choosing("report_incident:" + category, it.code(), it.code(), at);
      }
      return result;
    }
  }
}
