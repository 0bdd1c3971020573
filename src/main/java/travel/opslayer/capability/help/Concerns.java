package travel.opslayer.capability.help;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;

/** What somebody is concerned with now, by their role: codes, the most urgent first. */
@Singleton
final class Concerns {

  /** A duty is of today while it is at most so far away. */
  private static final Duration NEAR = Duration.ofHours(18);

  /** Nobody is asked for work, nor told of incidents, that is further away. */
  private static final Duration FAR = Duration.ofDays(400);

  private static final Set<String> DRAFTS =
      Set.of(Quote.DRAFT, Quote.PENDING_APPROVAL, Quote.APPROVED);

  private static final Set<String> ON_SALE = Set.of("open", "guaranteed", "closing", "closed");

  private final Sales sales;
  private final Waitlist waitlist;
  private final Approvals approvals;
  private final IncidentRepository incidents;
  private final CrewRepository crew;

  /** What the travel core knows of sales. */
  @Singleton
  record Sales(Catalog catalog, Leads leads, Quotes quotes, Bookings bookings) {}

  Concerns(
      Sales sales,
      Waitlist waitlist,
      Approvals approvals,
      IncidentRepository incidents,
      CrewRepository crew) {
    this.sales = sales;
    this.waitlist = waitlist;
    this.approvals = approvals;
    this.incidents = incidents;
    this.crew = crew;
  }

  /**
   * @param most of each kind
   */
  List<String> of(ActionCall call, int most) {
    var kinds =
        switch (call.person().role()) {
          case "customer" -> Stream.of(places(call), offers(call), bookings(call));
          case "field" -> Stream.of(jobs(call), theirIncidents(call), trips(call));
          case "sales" -> Stream.of(drafts(call), leads(call));
          default -> Stream.of(approvals(call), incidents(call), departures(call));
        };
    return kinds.flatMap(it -> it.distinct().limit(most)).toList();
  }

  private static List<UUID> me(ActionCall call) {
    return List.of(call.person().id());
  }

  private Stream<String> places(ActionCall call) {
    return waitlist.openOf(call.sql(), call.tenant(), me(call)).stream()
        .sorted(Comparator.comparing(WaitlistEntry::state).thenComparing(WaitlistEntry::code))
        .map(WaitlistEntry::code);
  }

  private Stream<String> offers(ActionCall call) {
    return sales.quotes().openOf(call.sql(), call.tenant(), me(call)).stream()
        .filter(it -> it.stateAt(call.now()).equals(Quote.SENT))
        .sorted(Comparator.comparing(Quote::validUntil).thenComparing(Quote::code))
        .map(Quote::code);
  }

  private Stream<String> bookings(ActionCall call) {
    return sales.bookings().openOf(call.sql(), call.tenant(), me(call)).stream()
        .filter(it -> !it.state().equals(Booking.REDEEMED))
        .flatMap(
            it ->
                sales.catalog().departure(call.sql(), call.tenant(), it.departure()).stream()
                    .filter(on -> !on.endsOn().isBefore(call.desk().today()))
                    .map(on -> new Soon(on, it.code())))
        .sorted(Comparator.comparing((Soon it) -> it.on().startsOn()).thenComparing(Soon::code))
        .map(Soon::code);
  }

  private record Soon(Departure on, String code) {}

  private Stream<String> jobs(ActionCall call) {
    return crew.of(call.sql(), call.tenant(), me(call), call.now(), call.now().plus(FAR)).stream()
        .filter(it -> it.state().equals(Duty.OFFERED))
        .filter(it -> isAsked(it, call))
        .sorted(Comparator.comparing(Duty::startsAt).thenComparing(Duty::code))
        .map(Duty::code);
  }

  private static boolean isAsked(Duty it, ActionCall call) {
    var until = it.respondBy();
    return until != null && until.isAfter(call.now());
  }

  private Stream<String> trips(ActionCall call) {
    return duties(call, NEAR).map(Duty::trip);
  }

  private Stream<Duty> duties(ActionCall call, Duration around) {
    return crew
        .of(call.sql(), call.tenant(), me(call), call.now().minus(around), call.now().plus(around))
        .stream()
        .filter(it -> Set.of(Duty.ACCEPTED, Duty.CHECKED_IN).contains(it.state()))
        .sorted(Comparator.comparing(Duty::startsAt).thenComparing(Duty::trip));
  }

  private Stream<String> theirIncidents(ActionCall call) {
    var theirs = duties(call, FAR).map(Duty::trip).collect(Collectors.toSet());
    return open(call).filter(it -> theirs.contains(it.trip())).map(Incident::code);
  }

  private Stream<String> incidents(ActionCall call) {
    return open(call).map(Incident::code);
  }

  private Stream<Incident> open(ActionCall call) {
    return incidents.current(call.sql(), call.tenant(), call.now()).stream()
        .filter(it -> !it.state().equals(Incident.CLOSED))
        .sorted(Comparator.comparing(Incident::openedAt).reversed().thenComparing(Incident::code));
  }

  private Stream<String> approvals(ActionCall call) {
    return approvals.open(call.sql(), call.tenant(), call.now()).stream()
        .sorted(Comparator.comparing(Approval::expiresAt).thenComparing(Approval::code))
        .map(Approval::code);
  }

  private Stream<String> departures(ActionCall call) {
    var tomorrow = call.desk().today().plusDays(1);
    return sales.catalog().products(call.sql(), call.tenant()).stream()
        .flatMap(
            it ->
                sales.catalog().departures(call.sql(), call.tenant(), it.code(), tomorrow).stream())
        .filter(it -> it.priceMinor() != null && ON_SALE.contains(it.state()))
        .sorted(Comparator.comparing(Departure::startsOn).thenComparing(Departure::code))
        .map(Departure::code);
  }

  private Stream<Lead> own(ActionCall call) {
    return sales.leads().open(call.sql(), call.tenant()).stream()
        .filter(it -> call.person().id().equals(it.owner()));
  }

  private Stream<String> leads(ActionCall call) {
    return own(call)
        .sorted(Comparator.comparing(Lead::lastAskedAt).reversed().thenComparing(Lead::code))
        .map(Lead::code);
  }

  private Stream<String> drafts(ActionCall call) {
    var theirs = own(call).toList();
    var ids = theirs.stream().map(Lead::id).collect(Collectors.toSet());
    var people = theirs.stream().map(Lead::person).distinct().toList();
    return sales.quotes().openOf(call.sql(), call.tenant(), people).stream()
        .filter(it -> ids.contains(it.lead()) && DRAFTS.contains(it.state()))
        .map(Quote::code)
        .sorted();
  }
}
