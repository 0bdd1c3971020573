package travel.opslayer.capability.incident;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.incident.ReportFact.Category;
import travel.opslayer.capability.incident.Surroundings.Around;
import travel.opslayer.conversation.Person;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.incident.Plan;
import travel.opslayer.incident.PlanRepository;
import travel.opslayer.incident.ToldParty;
import travel.opslayer.incident.ToldRepository;
import travel.opslayer.trip.FlightRepository;

/** Looks at what goes wrong: one look at what goes on, and more only where it concerns somebody. */
@Singleton
final class IncidentFacts implements FactSource {

  private static final Duration RECENT = Duration.ofHours(12);

  private final IncidentRepository incidents;
  private final PlanRepository plans;
  private final ToldRepository told;
  private final FlightRepository flights;
  private final Surroundings surroundings;

  IncidentFacts(
      IncidentRepository incidents,
      PlanRepository plans,
      ToldRepository told,
      FlightRepository flights,
      Surroundings surroundings) {
    this.incidents = incidents;
    this.plans = plans;
    this.told = told;
    this.flights = flights;
    this.surroundings = surroundings;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(IncidentFact.class, ReportFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var current = incidents.current(sql, tenant, desk.now());
    var about = asked.stream().filter(it -> concerns(it, current)).toList();
    if (about.isEmpty()) {
      return;
    }
    var byCode = current.stream().collect(toMap(Incident::code, Function.identity()));
    for (var around : surroundings.of(sql, desk, about, current)) {
      var it = around.asked();
      var meant =
          named(sql, tenant, it, byCode)
              .or(() -> told(sql, desk, it, byCode).filter(Incident::isWaiting))
              .or(() -> theirs(it, current, around))
              .or(() -> same(it, current, around));
      if (it.turn().timer().isEmpty()) {
        sheets.add(it, report(sql, desk, around, current, meant.orElse(null)));
      }
      sheets.add(it, incident(sql, desk, around, meant.orElse(null)));
    }
  }

  /** Nobody else costs a look. */
  private static boolean concerns(Asked asked, List<Incident> current) {
    var subject = asked.subject();
    var named = subject != null && (subject.startsWith("INC-") || subject.startsWith("TRP"));
    return named
        || asked.turn().timer().isEmpty()
            && (asked.turn().contact().person().isStaff()
                || !current.isEmpty()
                || Surroundings.category(asked) != null);
  }

  private Optional<Incident> named(Sql sql, int tenant, Asked asked, Map<String, Incident> byCode) {
    var subject = asked.subject();
    if (subject == null || !subject.startsWith("INC-")) {
      return Optional.empty();
    }
    var code = code(subject);
    return Optional.ofNullable(byCode.get(code)).or(() -> incidents.byCode(sql, tenant, code));
  }

  /** Of those that concern them the only one that goes on; else the last that did. */
  private static Optional<Incident> theirs(Asked asked, List<Incident> current, Around around) {
    var subject = asked.subject();
    var theirs = current.stream().filter(it -> around.concerns(it, subject)).toList();
    var goingOn = theirs.stream().filter(Incident::isGoingOn).toList();
    return goingOn.isEmpty()
        ? theirs.stream().reduce((first, last) -> last)
        : goingOn.size() == 1 ? Optional.of(goingOn.getFirst()) : Optional.empty();
  }

  private ReportFact report(
      Sql sql, Desk desk, Around around, List<Incident> current, @Nullable Incident meant) {
    var asked = around.asked();
    var notes = asked.understanding().notes();
    var category = Surroundings.category(asked);
    var same = same(asked, current, around);
    var trip = around.trip();
    return new ReportFact(
        category,
        around.code(),
        trip != null && trip.state().equals("in_progress"),
        around.crew(),
        notes.contains("remote"),
        around.aboard(),
        trip == null ? null : flightIn(sql, desk, trip.code()),
        same.map(IncidentFacts::state).orElse(null),
        same.map(it -> it.age(desk.now()).toMinutes()).orElse(null),
        notes.contains("solved"),
        notes.contains("arrived"),
        notes.contains("safe"),
        asked.understanding().party() == null ? null : (long) asked.understanding().party(),
        asked.turn().contact().person().isStaff()
            && meant != null
            && Surroundings.plan(asked, desk).isPresent(),
        Surroundings.isWorried(asked),
        Surroundings.isWordless(asked),
        Surroundings.isReaction(asked));
  }

  /** The last one of the same kind on a trip of theirs. */
  private static Optional<Incident> same(Asked asked, List<Incident> current, Around around) {
    var category = Surroundings.category(asked);
    return category == null
        ? Optional.empty()
        : current.stream()
            .filter(it -> around.isOn(it.trip()) && isSame(it, category))
            .reduce((first, last) -> last);
  }

  /** Whatever is called other is what is talked about already. */
  private static boolean isSame(Incident incident, Category category) {
    var theirs = category(incident);
    return theirs == category || theirs == Category.SOS || category == Category.OTHER;
  }

  private IncidentFact incident(Sql sql, Desk desk, Around around, @Nullable Incident it) {
    var cost = Surroundings.number(desk, "P-CAR");
    if (it == null) {
      return nothing(around.open(), cost);
    }
    var tenant = desk.tenant().id();
    Person person = around.asked().turn().contact().person();
    var about = around.party(it);
    var party = about.filter(code -> !code.startsWith("AS-")).orElse(null);
    var plan = plans.last(sql, tenant, it.id());
    return new IncidentFact(
        it.code(),
        state(it),
        IncidentFact.Severity.valueOf(Surroundings.upper(it.severity())),
        category(it),
        around.isOn(it.trip()) && around.crew()
            || person.isStaff() && person.id().equals(it.reporter()),
        person.id().equals(it.owner()),
        it.isSeenByAnother(person.id()),
        (long) it.rung(),
        around.open(),
        plan.filter(last -> last.state().equals(Plan.PROPOSED)).isPresent(),
        party,
        around.isGuestOf(it),
        party != null && hasFlight(sql, tenant, it, party, desk.now()),
        party != null
            && told.of(sql, tenant, it.id(), party).filter(ToldParty::isWaiting).isPresent(),
        surroundings.member(sql, tenant, about.orElse(null)).orElse(null),
        around.asked().turn().timer().isEmpty()
            && told(sql, desk, around.asked(), Map.of(it.code(), it)).isPresent(),
        around.asked().subject() != null && around.asked().subject().startsWith("INC-"),
        cost);
  }

  private static IncidentFact nothing(long open, long cost) {
    return new IncidentFact(
        null, null, null, null, false, false, false, null, open, false, null, false, false, false,
        null, false, false, cost);
  }

  /** An "ok" that quotes nothing answers the alert that they were told last, whatever else is. */
  private Optional<Incident> told(Sql sql, Desk desk, Asked asked, Map<String, Incident> byCode) {
    var contact = asked.turn().contact();
    return contact.person().isStaff() && asked.understanding().onlyCourtesy() && !byCode.isEmpty()
        ? incidents
            .lastTold(sql, desk.tenant().id(), contact.id(), desk.now().minus(RECENT))
            .map(byCode::get)
        : Optional.empty();
  }

  private boolean hasFlight(Sql sql, int tenant, Incident it, String party, Instant now) {
    var trip = it.trip();
    var leaves = trip == null ? null : flights.of(sql, tenant, trip).get(party);
    return leaves != null && leaves.isAfter(now);
  }

  private @Nullable Long flightIn(Sql sql, Desk desk, String trip) {
    return flights.of(sql, desk.tenant().id(), trip).values().stream()
        .filter(it -> it.isAfter(desk.now()))
        .min(Instant::compareTo)
        .map(it -> Duration.between(desk.now(), it).toMinutes())
        .orElse(null);
  }

  static Category category(Incident it) {
    return Category.valueOf(Surroundings.upper(it.category()));
  }

  private static IncidentFact.State state(Incident it) {
    return IncidentFact.State.valueOf(Surroundings.upper(it.state()));
  }

  /** {@code INC-77} of {@code INC-77/BK-2041}. */
  static String code(String subject) {
    var slash = subject.indexOf('/');
    return slash < 0 ? subject : subject.substring(0, slash);
  }
}
