package travel.opslayer.capability.broadcast;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.broadcast.Recipient;
import travel.opslayer.broadcast.RecipientRepository;
import travel.opslayer.capability.broadcast.Circle.Member;
import travel.opslayer.consent.Consents;
import travel.opslayer.consent.Consents.Refusals;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.TripRepository;

/** Who is meant, from what is there now: bookings, trips, crews and colleagues. */
@Singleton
final class Audiences {

  /** All roles of colleagues, where no one is named. */
  private static final List<String> ROLES = List.of("field", "sales", "operations", "manager");

  private static final Set<String> TRAVELLING =
      Set.of(Booking.CONFIRMED, Booking.PENDING, Booking.REDEEMED);

  private final Catalog catalog;
  private final Bookings bookings;
  private final Consents consents;
  private final Conversations conversations;
  private final RecipientRepository recipients;
  private final Field field;

  /** Trips, and who is on them. */
  @Singleton
  record Field(TripRepository trips, GuestRepository guests, CrewRepository crew) {}

  Audiences(
      Catalog catalog,
      Bookings bookings,
      Consents consents,
      Conversations conversations,
      RecipientRepository recipients,
      Field field) {
    this.catalog = catalog;
    this.bookings = bookings;
    this.consents = consents;
    this.conversations = conversations;
    this.recipients = recipients;
    this.field = field;
  }

  /**
   * Everybody whom somebody means; empty when there is no such departure, trip or audience.
   *
   * @param author who does not write to themselves
   */
  Optional<Circle> find(
      Sql sql,
      int tenant,
      @Nullable String audience,
      @Nullable String about,
      UUID author,
      Instant now) {
    var asked = audience == null ? "" : audience;
    var meant =
        switch (asked) {
          case Broadcast.GUESTS -> guests(sql, tenant, about, now);
          case Broadcast.CREW -> crew(sql, tenant, about);
          case Broadcast.COLLEAGUES -> colleagues(sql, tenant, about);
          default -> null;
        };
    return meant == null
        ? Optional.empty()
        : Optional.of(
            new Circle(
                asked,
                about,
                looked(sql, tenant, meant.filter(it -> !author.equals(it.person())))));
  }

  private @Nullable Stream<Member> guests(
      Sql sql, int tenant, @Nullable String about, Instant now) {
    if (about == null) {
      return null;
    }
    if (field.trips().byCode(sql, tenant, about).isPresent()) {
      return field.guests().travelling(sql, tenant, about).stream()
          .map(it -> new Member(it.person(), it.booking(), null, null));
    }
    return catalog.departure(sql, tenant, about).isEmpty()
        ? null
        : bookings.onDeparture(sql, tenant, about).stream().flatMap(it -> booked(it, now));
  }

  private static Stream<Member> booked(Booking it, Instant now) {
    var state = it.stateAt(now);
    var member = new Member(it.person(), it.code(), null, null);
    return TRAVELLING.contains(state)
        ? Stream.of(member)
        : state.equals(Booking.ON_HOLD)
            ? Stream.of(member.without(Recipient.ON_HOLD))
            : Stream.of();
  }

  private @Nullable Stream<Member> crew(Sql sql, int tenant, @Nullable String about) {
    if (about == null) {
      return conversations.byRole(sql, tenant, "field").stream().map(Audiences::member);
    }
    return field.trips().byCode(sql, tenant, about).isEmpty()
        ? null
        : field.crew().onTrip(sql, tenant, about).stream()
            .filter(Duty::isTheirs)
            .map(it -> new Member(it.person(), null, null, null));
  }

  private @Nullable Stream<Member> colleagues(Sql sql, int tenant, @Nullable String about) {
    if (about != null && !ROLES.contains(about)) {
      return null;
    }
    return (about == null ? ROLES : List.of(about))
        .stream()
            .flatMap(it -> conversations.byRole(sql, tenant, it).stream())
            .map(Audiences::member);
  }

  private static Member member(Contact contact) {
    return new Member(contact.person().id(), null, contact, null);
  }

  /** Each person once, with what keeps us from writing to them. */
  private List<Member> looked(Sql sql, int tenant, Stream<Member> meant) {
    var each = new LinkedHashMap<UUID, Member>();
    meant.forEach(
        it -> each.merge(it.person(), it, (one, two) -> one.leftOut() == null ? one : two));
    var people = each.keySet();
    var contacts = contacts(sql, tenant, people);
    var refusals = consents.of(sql, tenant, people);
    var unreachable = new HashSet<>(recipients.unreachable(sql, tenant, people));
    var all = new ArrayList<Member>();
    for (var it : each.values()) {
      var contact = contacts.get(it.person());
      var reason =
          it.leftOut() != null
              ? it.leftOut()
              : contact == null
                  ? Recipient.NO_CONTACT
                  : refusals.getOrDefault(it.person(), Refusals.NONE).all()
                      ? Recipient.OPTED_OUT
                      : unreachable.contains(it.person()) ? Recipient.UNREACHABLE : null;
      all.add(new Member(it.person(), it.about(), contact, reason));
    }
    return all;
  }

  private Map<UUID, Contact> contacts(Sql sql, int tenant, Set<UUID> people) {
    return conversations.byPerson(sql, tenant, people).stream()
        .collect(toMap(it -> it.person().id(), Function.identity()));
  }
}
