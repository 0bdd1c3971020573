package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Sql;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;

/**
 * Says to the inbox what workers notice of trips, each thing once in this process. What the inbox
 * could not keep counts as not said, so the next look says it: nobody else looks for a silent crew.
 */
@Singleton
final class Noticeboard {

  private final Inbox inbox;
  private final CrewRepository crew;
  private final Conversations conversations;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  Noticeboard(Inbox inbox, CrewRepository crew, Conversations conversations) {
    this.inbox = inbox;
    this.crew = crew;
    this.conversations = conversations;
  }

  /**
   * Something that was noticed.
   *
   * @param key tells it from all else that is noticed
   * @param at when it is due
   * @param lane in hex, of whoever it is decided in order with
   */
  record Notice(String key, String event, String about, Instant at, String lane) {}

  boolean isNew(int tenant, String key) {
    return !said.contains(tenant + " " + key);
  }

  void say(int tenant, Notice it) {
    inbox.keepDue(tenant, it.event(), it.about(), it.at(), HexFormat.of().parseHex(it.lane()));
    said.add(tenant + " " + it.key());
  }

  /**
   * The lane of the guide, so that it is decided in order with what they write; else the office.
   */
  Optional<String> laneOf(Sql sql, int tenant, String trip) {
    var guide =
        crew.onTrip(sql, tenant, trip).stream()
            .filter(it -> it.role().equals(Duty.LEAD) && it.isTheirs())
            .map(Duty::person)
            .toList();
    return conversations.byPerson(sql, tenant, guide).stream()
        .findFirst()
        .map(Contact::lane)
        .or(() -> office(sql, tenant));
  }

  Optional<String> office(Sql sql, int tenant) {
    return conversations.byRole(sql, tenant, "operations").stream().findFirst().map(Contact::lane);
  }
}
