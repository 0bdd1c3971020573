package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
  private final DeadLetterRepository letters;
  private final Vault vault;

  Inbox(
      InboxWriter writer,
      InboxRepository rows,
      LaneRepository lanes,
      DeadLetterRepository letters,
      Vault vault) {
    this.writer = writer;
    this.rows = rows;
    this.lanes = lanes;
    this.letters = letters;
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

  /**
   * Takes a dead letter once more, now that its cause may be gone.
   *
   * @return false when there is no such letter that is open, or nobody can read it still
   */
  public boolean replay(int tenant, UUID letter) {
    return letters.replay(tenant, letter);
  }

  static byte[] lane(Vault vault, int tenant, String channel, Alias alias) {
    return vault.index(tenant, "lane", channel + ' ' + alias.kind().word() + ' ' + alias.value());
  }
}
