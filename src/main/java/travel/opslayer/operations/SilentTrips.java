package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Sql;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.trip.ContactWatchRepository;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.worker.Worker;

/**
 * Notices that the crew of a trip under way is silent, or is heard again, and says so to the inbox,
 * in the lane of its guide: once for each silence. What follows, and after how long, rules decide.
 */
@Singleton
public final class SilentTrips implements Worker {

  /** Shorter silences are nobody's business, whatever the rules say. */
  private static final Duration SILENT = Duration.ofHours(1);

  private final ContactWatchRepository watches;
  private final CrewRepository crew;
  private final Conversations conversations;
  private final NearTrips.Office office;
  private final Set<String> told = new HashSet<>();

  SilentTrips(
      ContactWatchRepository watches,
      CrewRepository crew,
      Conversations conversations,
      NearTrips.Office office) {
    this.watches = watches;
    this.crew = crew;
    this.conversations = conversations;
    this.office = office;
  }

  @Override
  public String name() {
    return "silent trips";
  }

  @Override
  public synchronized int runOnce() {
    return office.tenants().all().stream().mapToInt(this::look).sum();
  }

  /** What is said, about what, in whose lane. */
  private record News(String event, String about, String lane) {}

  private int look(Tenant tenant) {
    var now = office.clock().instant();
    var news = office.database().read(tenant.id(), sql -> news(sql, tenant, now));
    for (var it : news) {
      var lane = HexFormat.of().parseHex(it.lane());
      office.inbox().keepDue(tenant.id(), it.event(), it.about(), now, lane);
    }
    return news.size();
  }

  private List<News> news(Sql sql, Tenant tenant, Instant now) {
    var all = new ArrayList<News>();
    for (var it : watches.silent(sql, tenant.id(), now.minus(SILENT), now)) {
      if (told.add("%d %s %s".formatted(tenant.id(), it.trip(), it.heardAt()))) {
        reader(sql, tenant, it.trip())
            .ifPresent(to -> all.add(new News("trip_silent", it.trip(), to.lane())));
      }
    }
    for (var it : watches.heard(sql, tenant.id())) {
      if (told.add("%d %s".formatted(tenant.id(), it.code()))) {
        reader(sql, tenant, it.trip())
            .ifPresent(to -> all.add(new News("contact_heard", it.code(), to.lane())));
      }
    }
    return all;
  }

  /** The guide, so that it is decided in order with what they write; else the office. */
  private Optional<Contact> reader(Sql sql, Tenant tenant, String trip) {
    var guide =
        crew.onTrip(sql, tenant.id(), trip).stream()
            .filter(it -> it.role().equals(Duty.LEAD) && it.isTheirs())
            .map(Duty::person)
            .toList();
    return conversations.byPerson(sql, tenant.id(), guide).stream()
        .findFirst()
        .or(() -> conversations.byRole(sql, tenant.id(), "operations").stream().findFirst());
  }
}
