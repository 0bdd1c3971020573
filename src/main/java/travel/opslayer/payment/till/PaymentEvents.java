package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.payment.GatewayEvent;
import travel.opslayer.payment.till.EventRepository.Event;

/** Keeps what providers say, as they said it, before they are answered. */
@Singleton
public final class PaymentEvents {

  private static final String BODY = "payment_events.body";

  private final EventRepository rows;
  private final Database database;
  private final Vault vault;
  private final InstantSource clock;

  PaymentEvents(EventRepository rows, Database database, Vault vault, InstantSource clock) {
    this.rows = rows;
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** False when it came before. */
  public boolean keep(int tenant, String provider, GatewayEvent event, byte[] body) {
    var kept =
        new Event(provider, event.id(), event.providerRef(), event.paymentId(), event.createdAt());
    return keep(tenant, kept, body);
  }

  /** What nobody can read is kept too: the provider meant it. */
  public void keepUnreadable(int tenant, String provider, byte[] body) {
    keep(tenant, new Event(provider, "unreadable " + digest(body), null, null, null), body);
  }

  private boolean keep(int tenant, Event event, byte[] body) {
    var sealed = vault.seal(tenant, BODY, body);
    return database.write(
        tenant, sql -> rows.keep(sql, tenant, event.provider(), event, sealed, clock.instant()));
  }

  /** How many nobody has looked at yet. */
  public long waiting(int tenant) {
    return database.read(tenant, sql -> rows.unlooked(sql, tenant));
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
          .substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java has no SHA-256", e);
    }
  }
}
