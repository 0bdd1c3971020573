package travel.opslayer.capability.overview;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.approval.Approvals;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.reply.Moment;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.SalesFigures;
import travel.opslayer.travelcore.selling.SalesFigures.Figures;
import travel.opslayer.travelcore.selling.SalesFigures.Sum;
import travel.opslayer.trip.TripRepository;

/**
 * How the business goes: today, in seven days and in thirty, each up to now, and what is open now.
 * Days begin at the midnight of the office.
 */
@Singleton
final class ShowFigures implements ActionHandler {

  /** Days before today that are counted with it. */
  private static final List<Integer> SPANS = List.of(0, 6, 29);

  private final SalesFigures figures;
  private final Leads leads;
  private final Bookings bookings;
  private final Approvals approvals;
  private final IncidentRepository incidents;
  private final TripRepository trips;

  ShowFigures(
      SalesFigures figures,
      Leads leads,
      Bookings bookings,
      Approvals approvals,
      IncidentRepository incidents,
      TripRepository trips) {
    this.figures = figures;
    this.leads = leads;
    this.bookings = bookings;
    this.approvals = approvals;
    this.incidents = incidents;
    this.trips = trips;
  }

  @Override
  public String name() {
    return "show_figures";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var spans =
        SPANS.stream()
            .map(it -> figures.between(call.sql(), call.tenant(), day(call, it), call.now()))
            .toList();
    return now(
        call,
        ActionResult.about(null)
            .with("at", new Moment(call.now(), call.desk().tenant().zone()))
            .with("leads", counts(spans, Figures::leads))
            .with("quotes", counts(spans, Figures::quotes))
            .with("confirmed", counts(spans, Figures::confirmed))
            .with("seats", counts(spans, Figures::seats))
            .with("paid", sums(spans, Figures::paid))
            .with("refunded", sums(spans, Figures::refunded)));
  }

  private static Instant day(ActionCall call, int before) {
    var today = call.desk().today();
    return today.minusDays(before).atStartOfDay(call.desk().tenant().zone()).toInstant();
  }

  private ActionResult now(ActionCall call, ActionResult result) {
    var sql = call.sql();
    var tenant = call.tenant();
    var held =
        bookings.onHold(sql, tenant).stream()
            .filter(it -> it.stateAt(call.now()).equals(Booking.ON_HOLD))
            .toList();
    var open = leads.open(sql, tenant);
    return result
        .with("open", open.size())
        .with("unanswered", open.stream().filter(it -> it.answeredAt() == null).count())
        .with("holds", held.size())
        .with("heldSeats", held.stream().mapToInt(Booking::party).sum())
        .with("approvals", approvals.open(sql, tenant, call.now()).size())
        .with(
            "incidents",
            incidents.current(sql, tenant, call.now()).stream().filter(Incident::isGoingOn).count())
        .with("trips", trips.starting(sql, tenant, day(call, 0), day(call, -1)).size());
  }

  private static String counts(List<Figures> spans, ToLongFunction<Figures> count) {
    return spans.stream()
        .map(it -> Long.toString(count.applyAsLong(it)))
        .collect(Collectors.joining(" / "));
  }

  private static String sums(List<Figures> spans, Function<Figures, List<Sum>> sum) {
    return spans.stream().map(it -> words(sum.apply(it))).collect(Collectors.joining(" / "));
  }

  private static String words(List<Sum> sums) {
    return sums.isEmpty()
        ? "0"
        : sums.stream()
            .map(it -> SaleTalk.words(it.minor(), it.currency()))
            .collect(Collectors.joining(" + "));
  }
}
