package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Database;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.Waitlist.Freed;
import travel.opslayer.worker.Worker;

/**
 * Notices that seats are free for which people wait, whoever has freed them, and says so to the
 * inbox: once for each change of a departure. Said twice, after a restart or by two nodes, the
 * second turn finds nothing to offer.
 */
@Singleton
public final class FreedSeats implements Worker {

  private static final int MOST = 50;

  private final Waitlist waitlist;
  private final Conversations conversations;
  private final Inbox inbox;
  private final Database database;
  private final Tenants tenants;
  private final InstantSource clock;
  private final Map<String, Integer> told = new HashMap<>();

  FreedSeats(
      Waitlist waitlist,
      Conversations conversations,
      Inbox inbox,
      Database database,
      Tenants tenants,
      InstantSource clock) {
    this.waitlist = waitlist;
    this.conversations = conversations;
    this.inbox = inbox;
    this.database = database;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "freed seats";
  }

  @Override
  public synchronized int runOnce() {
    return tenants.all().stream().mapToInt(this::tell).sum();
  }

  private int tell(Tenant tenant) {
    var now = clock.instant();
    var freed = database.read(tenant.id(), sql -> waitlist.freed(sql, tenant.id(), now, MOST));
    var said = 0;
    for (var it : freed) {
      var key = tenant.id() + " " + it.first().departure();
      if (!Integer.valueOf(it.version()).equals(told.get(key)) && tell(tenant, it)) {
        told.put(key, it.version());
        said++;
      }
    }
    return said;
  }

  private boolean tell(Tenant tenant, Freed freed) {
    var person = List.of(freed.first().person());
    var contact =
        database.read(
            tenant.id(),
            sql -> conversations.byPerson(sql, tenant.id(), person).stream().findFirst());
    contact
        .map(Contact::lane)
        .ifPresent(
            it ->
                inbox.keepDue(
                    tenant.id(),
                    "seats_freed",
                    freed.first().code(),
                    clock.instant(),
                    HexFormat.of().parseHex(it)));
    return contact.isPresent();
  }
}
