package travel.opslayer.capability.late;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.facts.Undivided;
import travel.opslayer.trip.ExtraNight;
import travel.opslayer.trip.ExtraNightRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.Trip;

/** Looks at what those who are on a trip tell, and whether it waited for a signal. */
@Singleton
final class LateFacts implements FactSource, Undivided {

  private static final String FIELD = "field";

  private final Conversations conversations;
  private final OwnTrip trips;
  private final ExtraNightRepository nights;
  private final Approvals approvals;

  LateFacts(
      Conversations conversations,
      OwnTrip trips,
      ExtraNightRepository nights,
      Approvals approvals) {
    this.conversations = conversations;
    this.trips = trips;
    this.nights = nights;
    this.approvals = approvals;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(LateFact.class, NightFact.class);
  }

  /** What came at once is one: what is asked in it may be taken back in it. */
  @Override
  public Set<UUID> whole(Sql sql, List<Turn> turns, Desk desk) {
    var late = desk.parameters().late();
    return turns.stream()
        .filter(it -> late.isMany(it.events()))
        .filter(it -> conversations.isLate(sql, it, late))
        .filter(it -> trips.of(sql, it.contact().person().id(), desk).isPresent())
        .map(Turn::id)
        .collect(toSet());
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var request = request(sql, it, desk);
      if (request.isPresent()) {
        sheets.add(
            it, night(request, request.map(wanted -> guestNights(wanted, null)).orElse(null)));
      } else if (it.turn().timer().isEmpty() && it.turn().contact().person().role().equals(FIELD)) {
        trips
            .of(sql, it.turn().contact().person().id(), desk)
            .ifPresent(trip -> told(sql, it, trip, desk, sheets));
      }
    }
  }

  private void told(Sql sql, Asked asked, Trip trip, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var person = asked.turn().contact().person().id();
    var news =
        !asked.each().isEmpty()
            && conversations.isLate(sql, asked.turn(), desk.parameters().late());
    var lines = Lines.of(asked, trip, List.of());
    var corrected = trips.corrected(sql, asked, trip, desk).map(it -> age(desk, it.claim()));
    sheets.add(
        asked,
        new LateFact(
            news,
            lines.night(),
            news ? lines.trouble() : null,
            news ? lines.category() : null,
            news && lines.isDoubtful(),
            corrected.orElse(null)));
    var before = nights.last(sql, tenant, person, trip.code());
    var asks = lines.of(Line.Kind.NIGHT);
    var guestNights =
        asks.isEmpty()
            ? before.map(it -> guestNights(it, trip)).orElse(null)
            : Integer.valueOf(Nights.guestNights(Nights.draft(person, trip, asks.getLast()), trip));
    sheets.add(asked, night(before, guestNights));
  }

  /** Unknown of a request for all guests of a trip that is not looked at. */
  private static @Nullable Integer guestNights(ExtraNight it, @Nullable Trip trip) {
    var guests = it.party() == null && trip != null ? Integer.valueOf(trip.guests()) : it.party();
    return guests == null ? null : guests * it.nights();
  }

  private static long age(Desk desk, Happening claim) {
    return Math.max(0, Duration.between(claim.knownAt(), desk.now()).toMinutes());
  }

  private Optional<ExtraNight> request(Sql sql, Asked asked, Desk desk) {
    return Optional.ofNullable(asked.subject())
        .filter(it -> it.startsWith("AP-"))
        .flatMap(it -> approvals.byCode(sql, desk.tenant().id(), it))
        .filter(it -> it.action().equals(NightApproval.ACTION))
        .map(Approval::subject)
        .flatMap(it -> nights.byCode(sql, desk.tenant().id(), it));
  }

  private static NightFact night(Optional<ExtraNight> it, @Nullable Integer guestNights) {
    return new NightFact(
        it.map(ExtraNight::code).orElse(null),
        it.map(LateFacts::state).orElse(NightFact.State.NONE),
        guestNights);
  }

  private static NightFact.State state(ExtraNight it) {
    return NightFact.State.valueOf(it.state().toUpperCase(Locale.ROOT));
  }
}
