package travel.opslayer.conversation;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import travel.opslayer.Shipped;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.inbox.Event;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.inbox.Lane;
import travel.opslayer.message.Alias;
import travel.opslayer.message.Content;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.Sender;
import travel.opslayer.tenant.Tenant;

/** What people write, for tests: events, turns, and messages of ours that can be quoted. */
public final class Talk {

  /** Some seconds before what happens in the tests. */
  public static final Instant START = Instant.parse("2026-11-08T05:00:00Z");

  public static final String LINE = "sandbox";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Talk() {}

  public static Instant at(int second) {
    return START.plusSeconds(second);
  }

  /** A name that nobody had before. */
  public static UUID id() {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | COUNT.incrementAndGet());
  }

  /** A Spanish phone that nobody had before. */
  public static Alias phone() {
    return Alias.phone("+34 600 %06d".formatted(COUNT.incrementAndGet()));
  }

  public static Event heard(int second, Content content) {
    return heard(second, content, null, new Sender(List.of(phone()), "Ana María"));
  }

  public static Event heard(int second, Content content, @Nullable String replyTo, Sender sender) {
    var id = id();
    var message = new InboundEvent.Message("provider " + id, sender, at(second), replyTo, content);
    return new Event(id, LINE, at(second), at(second), 0, new Event.Happening.Heard(message));
  }

  public static Event text(int second, String body) {
    return heard(second, new Content.Text(body));
  }

  public static Event quoting(int second, String body, String message) {
    return heard(
        second, new Content.Text(body), message, new Sender(List.of(phone()), "Ana María"));
  }

  public static Event tap(int second, String choice) {
    return heard(second, new Content.Tap(Content.Tap.Choice.BUTTON, choice, "a button"));
  }

  public static Event picture(int second) {
    return heard(
        second, new Content.Media(Content.Media.Type.IMAGE, null, null, null, null, false));
  }

  public static Event due(int second, String timer, String subject) {
    return new Event(id(), "", at(second), at(second), 0, new Event.Happening.Due(timer, subject));
  }

  /** Somebody who has written before; with roles, a colleague. */
  public static Contact contact(@Nullable String language, String... roles) {
    var person = new Person(id(), null, "Ana María", language, null, Set.of(roles), List.of());
    return new Contact(id(), person, LINE, phone(), "00ff", at(3600), true);
  }

  public static Turn turn(Contact contact, Event... events) {
    return turn(new Tenant(1, "t", "T", java.time.ZoneOffset.UTC, "en"), contact, events);
  }

  public static Turn turn(Tenant tenant, Contact contact, Event... events) {
    return new Turn(events[0].id(), tenant, contact, List.of(events), at(60));
  }

  /** What waits of one sender. */
  public static Lane lane(Tenant tenant, Alias sender, Event... events) {
    var key = Shipped.bean(Inbox.class).lane(tenant.id(), LINE, sender);
    return new Lane(HexFormat.of().formatHex(key), id(), events.length, List.of(events));
  }

  /** A message of ours that has reached somebody, under the id that the provider gave it. */
  public static void sent(Tenant tenant, Contact to, String providerId, @Nullable String subject) {
    var key = Shipped.bean(Vault.class).index(tenant.id(), "provider", providerId);
    var message = id();
    Shipped.bean(Database.class)
        .change(
            tenant.id(),
            sql -> {
              sql.update(
                  """
                  INSERT INTO whatsapp_messages (tenant_id, id, at, direction, kind,
                    conversation_id, person_id, content, subject, sent_at, decision_id)
                  VALUES (?, ?, ?, 'out', 'text', ?, ?, ?, ?, ?, ?)
                  """,
                  tenant.id(),
                  message,
                  at(0),
                  to.id(),
                  to.person().id(),
                  new byte[] {1},
                  subject,
                  at(0),
                  id());
              sql.update(
                  """
                  INSERT INTO outbox (tenant_id, id, message_at, channel, conversation_id,
                    person_id, category, state, due_at, provider_key)
                  VALUES (?, ?, ?, ?, ?, ?, 'service', 'accepted', ?, ?)
                  """,
                  tenant.id(),
                  message,
                  at(0),
                  LINE,
                  to.id(),
                  to.person().id(),
                  at(0),
                  key);
            });
  }
}
