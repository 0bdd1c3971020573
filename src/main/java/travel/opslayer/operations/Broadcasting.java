package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.broadcast.BroadcastRepository;
import travel.opslayer.broadcast.Recipient;
import travel.opslayer.broadcast.RecipientRepository;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Sql;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.worker.Worker;

/**
 * Says to the inbox whose turn it is in what is said to many, so many people a second on all nodes
 * together, and at the end that everybody had theirs. That it was said, and to whom, is one commit:
 * killed before it, the next step says it; killed after it, nobody says it again.
 */
@Singleton
public final class Broadcasting implements Worker {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final BroadcastRepository broadcasts;
  private final RecipientRepository recipients;
  private final Conversations conversations;
  private final NearTrips.Office office;

  Broadcasting(
      BroadcastRepository broadcasts,
      RecipientRepository recipients,
      Conversations conversations,
      NearTrips.Office office) {
    this.broadcasts = broadcasts;
    this.recipients = recipients;
    this.conversations = conversations;
    this.office = office;
  }

  @Override
  public String name() {
    return "broadcasts";
  }

  @Override
  public int runOnce() {
    return office.tenants().all().stream().map(Tenant::id).mapToInt(this::step).sum();
  }

  private int step(int tenant) {
    var now = office.clock().instant();
    return office
        .database()
        .write(
            tenant,
            sql ->
                broadcasts.due(sql, tenant, now).stream()
                    .mapToInt(it -> step(sql, tenant, it, now))
                    .sum());
  }

  private int step(Sql sql, int tenant, Broadcast it, Instant now) {
    broadcasts.pause(sql, tenant, it.id(), now.plus(SECOND));
    var next = recipients.next(sql, tenant, it.id(), it.pace());
    if (!next.isEmpty()) {
      hand(sql, tenant, it, next, now);
      return next.size();
    }
    if (isOver(sql, tenant, it, now)) {
      var lanes = lanes(sql, tenant, List.of(it.person()));
      lanes.values().forEach(lane -> say(tenant, "broadcast_over", it.code(), now, lane));
      return lanes.size();
    }
    return 0;
  }

  private void hand(Sql sql, int tenant, Broadcast it, List<Recipient> next, Instant now) {
    var lanes = lanes(sql, tenant, next.stream().map(Recipient::person).toList());
    recipients.hand(sql, tenant, it.id(), next.stream().map(Recipient::number).toList(), now);
    for (var one : next) {
      var lane = lanes.get(one.person());
      if (lane == null) {
        recipients.leaveOut(sql, tenant, one, Recipient.NO_CONTACT);
      } else {
        say(tenant, "broadcast_turn", it.code() + '/' + one.number(), now, lane);
      }
    }
  }

  /** All is known of all messages, or it was waited for long enough. */
  private boolean isOver(Sql sql, int tenant, Broadcast it, Instant now) {
    var counts = recipients.counts(sql, tenant, it.id());
    var last = recipients.lastTurn(sql, tenant, it.id());
    return counts.waiting() + counts.open() == 0
        || last.filter(at -> at.plusSeconds(it.waitSeconds()).isBefore(now)).isPresent();
  }

  private Map<UUID, String> lanes(Sql sql, int tenant, List<UUID> people) {
    return conversations.byPerson(sql, tenant, people).stream()
        .collect(Collectors.toMap(it -> it.person().id(), Contact::lane));
  }

  private void say(int tenant, String what, String subject, Instant now, String lane) {
    office.inbox().keepDue(tenant, what, subject, now, HexFormat.of().parseHex(lane));
  }
}
