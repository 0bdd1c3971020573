package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import travel.opslayer.channel.Line;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;
import travel.opslayer.message.Alias;
import travel.opslayer.message.InboundEvent;

/**
 * Where everything that happens waits for its turn: what people write, and timers that are due.
 * What is in here is never lost and never acted on twice.
 */
@Singleton
public final class Inbox {

  private final InboxWriter writer;
  private final InboxRepository rows;
  private final LaneRepository lanes;
  private final Vault vault;

  Inbox(InboxWriter writer, InboxRepository rows, LaneRepository lanes, Vault vault) {
    this.writer = writer;
    this.rows = rows;
    this.lanes = lanes;
    this.vault = vault;
  }

  /**
   * Returns when the call is durably stored, each event of it on its own. What was kept before is
   * counted and changes nothing.
   *
   * @throws NotKept when it could not be stored
   */
  public void keep(Line line, byte[] body, List<InboundEvent> events) {
    writer.keep(line, body, events);
  }

  /**
   * The same without waiting: done when the call is durably stored, or with {@link NotKept}. Must
   * not be used to go on with anything long: whoever stores the next calls is waiting.
   */
  public CompletableFuture<Void> keepSoon(Line line, byte[] body, List<InboundEvent> events) {
    return writer
        .keepSoon(line, body, events)
        .exceptionallyCompose(it -> CompletableFuture.failedFuture(InboxWriter.notKept(it)));
  }

  /** Stores a call that nobody can read, as a dead letter. */
  public void keepUnreadable(Line line, byte[] body, String reason) {
    writer.keepUnreadable(line, body, reason);
  }

  /**
   * A timer is due. The same timer of the same time again changes nothing.
   *
   * @param lane of the contact whose object it is
   */
  public void keepDue(int tenant, String timer, String subject, Instant dueAt, byte[] lane) {
    writer.keepDue(tenant, timer, subject, dueAt, lane);
  }

  /** Marks what was done; part of the transaction of the turns. */
  public void finish(Sql sql, int tenant, List<Finished> finished) {
    rows.finish(sql, tenant, finished);
  }

  /** The lane of a contact, which names them without telling who they are. */
  public byte[] lane(int tenant, String channel, Alias alias) {
    return lane(vault, tenant, channel, alias);
  }

  /** Whoever was taking turns has ended, as everybody knows: its contacts wait no longer. */
  public void forgetLeases(int tenant) {
    lanes.forgetLeases(tenant);
  }

  /** How many events wait for a turn. */
  public long waiting(int tenant) {
    return rows.waiting(tenant);
  }

  /** How many contacts can be answered now. */
  public long due(int tenant) {
    return rows.due(tenant);
  }

  /** Puts a dead event back in line, with all its tries. */
  public void revive(int tenant, UUID event) {
    rows.revive(tenant, event);
    writer.ring();
  }

  static byte[] lane(Vault vault, int tenant, String channel, Alias alias) {
    return vault.index(tenant, "lane", channel + ' ' + alias.kind().word() + ' ' + alias.value());
  }
}
