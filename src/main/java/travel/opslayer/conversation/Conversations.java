package travel.opslayer.conversation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.inbox.Event;
import travel.opslayer.inbox.Finished;
import travel.opslayer.inbox.Lane;
import travel.opslayer.message.Alias;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.time.Ids;

/** Who writes, in which thread, and which of what waits is one turn. */
@Singleton
public final class Conversations {

  /** How long after a message free text may be sent: the providers' rule. */
  private static final Duration WINDOW = Duration.ofHours(24);

  /** Their clock and ours may differ. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final ConversationRepository rows;
  private final PeopleRepository people;

  Conversations(ConversationRepository rows, PeopleRepository people) {
    this.rows = rows;
    this.people = people;
  }

  /**
   * The turns that can be taken now.
   *
   * @param idle lanes with nothing to do, or nothing yet
   */
  public record Opened(List<LaneTurn> turns, List<Finished> idle) {}

  /**
   * @param more is there more in the lane after this turn?
   */
  public record LaneTurn(Lane lane, Turn turn, boolean more) {

    public Finished finished() {
      return new Finished(lane, turn.eventIds(), turn.id(), more ? turn.now() : null);
    }
  }

  public Opened open(Sql sql, Tenant tenant, List<Lane> lanes, Pace pace, Instant now) {
    var contacts = contacts(sql, tenant, lanes);
    var turns = new ArrayList<LaneTurn>();
    var idle = new ArrayList<Finished>();
    for (var lane : lanes) {
      var contact = contacts.get(lane.key());
      if (lane.events().isEmpty() || contact == null) {
        // A timer whose conversation is gone: done, there is nobody to talk about.
        idle.add(new Finished(lane, lane.events().stream().map(Event::id).toList(), null, null));
        continue;
      }
      switch (bursts(sql, tenant.id(), contact, lane, pace).next(lane.events(), now)) {
        case Bursts.Next.Wait(var until) -> idle.add(new Finished(lane, List.of(), null, until));
        case Bursts.Next.Ready(var events) -> {
          var turn = new Turn(events.getFirst().id(), tenant, heard(contact, events), events, now);
          var more = events.size() < lane.events().size() || lane.isFull();
          turns.add(new LaneTurn(lane, turn, more));
        }
      }
    }
    // Of two who write about the same, whoever came first is first.
    turns.sort(Comparator.comparing(it -> it.turn().events().getFirst().receivedAt()));
    return new Opened(turns, idle);
  }

  /** Is this what came at once after a long silence? */
  public boolean isLate(Sql sql, Turn turn, Pace.Late late) {
    return turn.timer().isEmpty()
        && turn.contact().known()
        && late.isOf(turn.contact().person())
        && isSilent(sql, turn.tenant().id(), turn.contact(), turn.events(), late);
  }

  private Bursts bursts(Sql sql, int tenant, Contact contact, Lane lane, Pace pace) {
    var usual = pace.bursts(contact.person());
    var late = pace.late();
    if (!contact.known() || pace.staff().isZero() || !late.isOf(contact.person())) {
      return usual;
    }
    var told = lane.events().stream().filter(Bursts::tells).toList();
    var waits = !told.isEmpty() && (late.isMany(told) || late.isHeld(told));
    return waits && isSilent(sql, tenant, contact, told, late) ? usual.after(late) : usual;
  }

  /** What was written together with them is no sign that they could be reached before. */
  private boolean isSilent(
      Sql sql, int tenant, Contact contact, List<Event> events, Pace.Late late) {
    var first = events.stream().map(Event::occurredAt).min(Instant::compareTo).orElseThrow();
    var before = first.minus(late.span());
    return !rows.isHeard(sql, tenant, contact.id(), before.minus(late.silence()), before);
  }

  /** New people, new aliases, and how long free text may be sent. */
  public void save(Sql sql, List<Turn> turns) {
    rows.save(sql, turns);
  }

  /** The person speaks this language, as it turned out; kept unless one was known. */
  public void learnLanguage(Sql sql, int tenant, Map<UUID, String> languages) {
    people.learnLanguage(sql, tenant, languages);
  }

  /** People by id, on the line where they were last seen. */
  public List<Contact> byPerson(Sql sql, int tenant, Collection<UUID> people) {
    return people.isEmpty() ? List.of() : rows.byPerson(sql, tenant, people);
  }

  /** Customers, those first whom we last heard from. */
  public List<Contact> customers(Sql sql, int tenant, int most) {
    return rows.customers(sql, tenant, most);
  }

  /** Colleagues of a role, on the line where they were last seen, in the order of their codes. */
  public List<Contact> byRole(Sql sql, int tenant, String role) {
    return rows.byRole(sql, tenant, role);
  }

  /** The colleague of a code such as SARITA. */
  public Optional<Contact> byCode(Sql sql, int tenant, String code) {
    return rows.byCode(sql, tenant, code);
  }

  private Map<String, Contact> contacts(Sql sql, Tenant tenant, List<Lane> lanes) {
    var found = new HashMap<String, Contact>();
    var first = new HashMap<String, Event>();
    for (var lane : lanes) {
      lane.events().stream()
          .filter(Event::isMessage)
          .findFirst()
          .ifPresent(it -> first.put(lane.key(), it));
    }
    rows.byAlias(sql, tenant.id(), first).forEach(found::put);
    first.forEach((lane, event) -> found.computeIfAbsent(lane, key -> stranger(key, event)));
    var others = lanes.stream().map(Lane::key).filter(it -> !found.containsKey(it)).toList();
    found.putAll(rows.byLane(sql, tenant.id(), others));
    return found;
  }

  /** Their id comes from the event, so that a repeated turn makes the same person. */
  private static Contact stranger(String lane, Event event) {
    var sender = event.message().sender();
    var person =
        new Person(
            Ids.from(event.id(), "person"), null, sender.name(), null, null, Set.of(), List.of());
    return new Contact(
        Ids.from(event.id(), "conversation"),
        person,
        event.channel(),
        sender.address(),
        lane,
        null,
        false);
  }

  /** By the provider's clock, which is the one that it counts the window by. */
  private static Contact heard(Contact contact, List<Event> events) {
    var last = events.getLast();
    if (!last.isMessage()) {
      return contact;
    }
    Alias from = last.message().sender().address();
    return contact.heard(from, last.occurredAt().plus(WINDOW).minus(MARGIN));
  }
}
