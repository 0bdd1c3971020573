package travel.opslayer.capability.feedback;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.feedback.FeedbackFact.State;
import travel.opslayer.capability.feedback.FeedbackFact.Trouble;
import travel.opslayer.consent.Consents;
import travel.opslayer.consent.Consents.Refusals;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.trip.Feedback;
import travel.opslayer.trip.FeedbackRepository;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** Looks at what guests are asked about trips, and at what they say. */
@Singleton
final class FeedbackFacts implements FactSource {

  private static final String CODE = "FB-";

  /** Who was asked longer ago has to quote the question. */
  private static final Duration OPEN = Duration.ofDays(7);

  private final FeedbackRepository feedback;
  private final Consents consents;
  private final Around around;

  /** What a trip was like. */
  @Singleton
  record Around(
      TripRepository trips,
      GuestRepository guests,
      IncidentRepository incidents,
      Bookings bookings) {}

  FeedbackFacts(FeedbackRepository feedback, Consents consents, Around around) {
    this.feedback = feedback;
    this.consents = consents;
    this.around = around;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(FeedbackFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var open = open(sql, asked, desk);
    for (var it : asked) {
      var named = named(sql, it, desk);
      var meant = named == null && it.subject() == null ? open.get(person(it)) : named;
      if (meant != null) {
        sheets.add(it, fact(sql, it, meant, named != null, desk));
      }
    }
  }

  private @Nullable Feedback named(Sql sql, Asked asked, Desk desk) {
    var subject = asked.subject();
    return subject == null || !subject.startsWith(CODE)
        ? null
        : feedback.byCode(sql, desk.tenant().id(), subject).orElse(null);
  }

  /** What customers who write something were asked last. */
  private Map<UUID, Feedback> open(Sql sql, List<Asked> asked, Desk desk) {
    var people =
        asked.stream()
            .filter(it -> it.subject() == null && it.turn().timer().isEmpty())
            .filter(it -> !it.turn().contact().person().isStaff())
            .map(FeedbackFacts::person)
            .distinct()
            .toList();
    var all = new HashMap<UUID, Feedback>();
    feedback
        .open(sql, desk.tenant().id(), people, desk.now().minus(OPEN))
        .forEach(it -> all.putIfAbsent(it.person(), it));
    return all;
  }

  private FeedbackFact fact(Sql sql, Asked asked, Feedback it, boolean named, Desk desk) {
    var turn = asked.turn();
    var clock = turn.timer().isPresent();
    var says = clock ? null : boxed(SaidScore.of(turn, named));
    var answered = it.answeredAt();
    var tenant = desk.tenant().id();
    return new FeedbackFact(
        it.code(),
        State.valueOf(it.state().toUpperCase(Locale.ROOT)),
        it.person().equals(person(asked)),
        named && !clock,
        says,
        !clock && SaidScore.words(turn) != null,
        !clock && isPlain(asked),
        it.score() == null ? null : Long.valueOf(it.score()),
        answered == null ? null : Duration.between(answered, desk.now()).toMinutes(),
        clock && refuses(sql, tenant, it.person()),
        clock && isAbsent(sql, tenant, it, desk),
        clock && isAborted(sql, tenant, it),
        clock ? trouble(sql, tenant, it) : Trouble.NONE);
  }

  private static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static boolean isPlain(Asked asked) {
    var words = asked.understanding();
    return words.wishes().isEmpty()
        && words.several().topics().isEmpty()
        && !words.onlyCourtesy()
        && words.codes().isEmpty()
        && words.product() == null
        && words.date() == null
        && (words.party() == null || words.words() <= 1);
  }

  private boolean refuses(Sql sql, int tenant, UUID person) {
    var refusals = consents.of(sql, tenant, List.of(person)).getOrDefault(person, Refusals.NONE);
    return refusals.marketing() || refusals.all();
  }

  private boolean isAbsent(Sql sql, int tenant, Feedback it, Desk desk) {
    var missed =
        around.guests().of(sql, tenant, it.trip()).stream()
            .filter(party -> party.booking().equals(it.booking()))
            .anyMatch(party -> party.state().equals(GuestParty.NO_SHOW));
    return missed
        || around.bookings().byCodes(sql, tenant, List.of(it.booking())).stream()
            .anyMatch(booking -> Booking.ENDED.contains(booking.stateAt(desk.now())));
  }

  private boolean isAborted(Sql sql, int tenant, Feedback it) {
    return around
        .trips()
        .byCode(sql, tenant, it.trip())
        .map(Trip::state)
        .filter(Set.of(Trip.CANCELLED, Trip.ABORTED)::contains)
        .isPresent();
  }

  private Trouble trouble(Sql sql, int tenant, Feedback it) {
    var all = around.incidents().ofTrip(sql, tenant, it.trip());
    if (all.isEmpty()) {
      return Trouble.NONE;
    }
    return all.stream().anyMatch(Incident::isGoingOn) ? Trouble.OPEN : Trouble.OVER;
  }

  private static UUID person(Asked asked) {
    return asked.turn().contact().person().id();
  }
}
