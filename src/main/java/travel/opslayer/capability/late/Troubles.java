package travel.opslayer.capability.late;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.late.Line.Kind;
import travel.opslayer.facts.Situation;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.incident.Report;
import travel.opslayer.incident.ReportRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.Trip;

/**
 * Troubles that are told late are incidents like others: as bad as if they had been known then,
 * begun when they say so, and over when they say so. Only one that is not over is an alarm.
 */
@Singleton
final class Troubles {

  private final IncidentRepository incidents;
  private final ReportRepository reports;

  Troubles(IncidentRepository incidents, ReportRepository reports) {
    this.incidents = incidents;
    this.reports = reports;
  }

  ActionResult keep(ActionCall call, Trip trip, Lines lines, ActionResult result) {
    var all = lines.of(Kind.TROUBLE);
    if (all.isEmpty()) {
      return result;
    }
    incidents.lock(call.sql(), call.tenant(), trip.code());
    var opened = new ArrayList<Incident>();
    for (var i = 0; i < all.size(); i++) {
      opened.add(open(call, trip, all.get(i), i));
    }
    var told = result.with("troubles", said(trip, all));
    for (var i = 0; i < all.size(); i++) {
      told =
          all.get(i).over()
              ? told.choosingFor(
                  "operations",
                  "close_incident",
                  opened.get(i).code(),
                  "Close " + opened.get(i).code(),
                  "")
              : alarmed(call, told, opened.get(i), all.get(i));
    }
    return told;
  }

  /** The incident that began at this claimed time has begun at another. */
  void began(ActionCall call, Happening was, Happening now) {
    incidents.current(call.sql(), call.tenant(), call.now()).stream()
        .filter(it -> was.kind().equals("trouble") && was.trip().equals(it.trip()))
        .filter(it -> it.openedAt().equals(was.happenedAt()))
        .filter(it -> it.reporter().equals(was.person()))
        .forEach(it -> incidents.began(call.sql(), call.tenant(), it, now.happenedAt()));
  }

  private Incident open(ActionCall call, Trip trip, Line it, int place) {
    var category = it.category() == null ? "other" : it.category().name().toLowerCase(Locale.ROOT);
    var decision = call.rules().apply(judged(call, it.over(), category));
    var severity = decision.assigned("severity").orElse("high");
    var draft =
        new IncidentRepository.Draft(trip.code(), category, severity, call.person().id(), it.at());
    var opened =
        incidents.open(call.sql(), call.tenant(), call.id("trouble " + place), draft, call.now());
    reports.add(
        call.sql(),
        call.tenant(),
        new Report(
            call.id("told " + place),
            opened.id(),
            trip.code(),
            call.person().id(),
            "text",
            it.words(),
            it.message(),
            it.at()),
        call.now());
    return Moves.by(decision, "incident")
        .flatMap(
            to ->
                incidents.resolve(
                    call.sql(), call.tenant(), opened, call.person().id(), to, call.now()))
        .orElse(opened);
  }

  /** Each trouble is judged by itself. */
  private static Situation judged(ActionCall call, boolean over, String category) {
    var values = new LinkedHashMap<String, Object>(call.decision().situation().values());
    values.put("late_trouble", over ? "over" : "open");
    values.put("late_category", category);
    return new Situation(values);
  }

  private static ActionResult alarmed(
      ActionCall call, ActionResult told, Incident incident, Line it) {
    var within = call.length("ack_" + incident.severity());
    var result =
        told.with("incident", incident.code())
            .with("severity", incident.severity())
            .with("trouble", it.label())
            .showing("ack_missing", incident.code())
            .choosingFor("operations", "take_incident", incident.code(), "I'm on it", "")
            .choosingFor("manager", "take_incident", incident.code(), "I'm on it", "");
    return within
        .map(wait -> result.due("ack_due", call.now().plus(wait)).with("minutes", wait.toMinutes()))
        .orElse(result);
  }

  private static String said(Trip trip, List<Line> all) {
    return all.stream()
        .map(
            it ->
                "%s %s%s%s"
                    .formatted(
                        it.label(),
                        TellNews.clock(trip, it),
                        it.isTimed() ? " claimed" : "",
                        it.over() ? ", solved" : ", NOT over"))
        .collect(Collectors.joining("; "));
  }
}
