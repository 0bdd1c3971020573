package travel.opslayer.demo;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import travel.opslayer.channel.Line;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.message.Alias;

/** Writes the demo tenant. */
@Singleton
final class DemoRepository {

  /** Colleagues of the demo can be written to from the start, and stay so. */
  private static final Duration WINDOW = Duration.ofDays(365);

  /** So that the first lead is LD-301. */
  private static final int LAST_LEAD = 300;

  private final Vault vault;
  private final Inbox inbox;

  DemoRepository(Vault vault, Inbox inbox) {
    this.vault = vault;
    this.inbox = inbox;
  }

  void start(Sql sql, int tenant) {
    sql.update(
        "INSERT INTO core.numbers (tenant_id, series, last) VALUES (?, 'LD', ?)",
        tenant,
        LAST_LEAD);
  }

  void product(Sql sql, int tenant, Demo.Good it) {
    sql.update(
        "INSERT INTO core.products (tenant_id, code, name, names) VALUES (?, ?, ?, ?)",
        tenant,
        it.code(),
        it.name(),
        Sql.array("text", it.names()));
  }

  void departure(Sql sql, int tenant, Demo.Leaving it, ZoneId zone) {
    sql.update(
        """
        INSERT INTO core.departures (tenant_id, code, product, starts_on, ends_on, zone, state,
                                     capacity, booked, price_minor, currency,
                                     cost_minor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        it.code(),
        it.product(),
        it.starts(),
        it.ends(),
        zone.getId(),
        it.state(),
        it.capacity(),
        it.booked(),
        it.minor().isEmpty() ? null : Long.valueOf(it.minor()),
        it.currency().isEmpty() ? null : it.currency(),
        it.cost().isEmpty() ? null : Long.valueOf(it.cost()));
  }

  void person(Sql sql, int tenant, Line line, Demo.Somebody it, Instant now) {
    var id = id(it);
    sql.update(
        """
        INSERT INTO people (tenant_id, id, code, name, language, zone, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        id,
        it.code(),
        vault.seal(tenant, "people.name", it.name()),
        it.languages().getFirst(),
        it.zone().isEmpty() ? null : it.zone(),
        now);
    if (!it.role().isEmpty()) {
      sql.update(
          "INSERT INTO person_roles (tenant_id, person_id, role) VALUES (?, ?, ?)",
          tenant,
          id,
          it.role());
    }
    languages(sql, tenant, id, it.languages());
    if (!it.phone().isEmpty()) {
      reached(sql, tenant, line, it, now);
    }
  }

  private void reached(Sql sql, int tenant, Line line, Demo.Somebody it, Instant now) {
    var alias = Alias.phone(it.phone());
    sql.update(
        "INSERT INTO aliases (tenant_id, kind, key, value, person_id) VALUES (?, 'phone', ?, ?, ?)",
        tenant,
        vault.index(tenant, "alias", "phone " + alias.value()),
        vault.seal(tenant, "aliases.value", alias.value()),
        id(it));
    thread(sql, tenant, line, it, now);
  }

  private void thread(Sql sql, int tenant, Line line, Demo.Somebody it, Instant now) {
    var alias = Alias.phone(it.phone());
    sql.update(
        """
        INSERT INTO whatsapp_conversations (tenant_id, id, channel, person_id, address,
          address_kind, lane, window_until, created_at)
        VALUES (?, ?, ?, ?, ?, 'phone', ?, ?, ?)
        """,
        tenant,
        UUID.nameUUIDFromBytes(("demo thread " + it.code()).getBytes(StandardCharsets.UTF_8)),
        line.name(),
        id(it),
        vault.seal(tenant, "whatsapp_conversations.address", alias.value()),
        inbox.lane(tenant, line.name(), alias),
        it.role().isEmpty() ? null : now.plus(WINDOW),
        now);
  }

  private static UUID id(Demo.Somebody it) {
    return id(it.code());
  }

  static UUID id(String code) {
    return UUID.nameUUIDFromBytes(("demo " + code).getBytes(StandardCharsets.UTF_8));
  }

  private static void languages(Sql sql, int tenant, UUID person, List<String> languages) {
    sql.update(
        "INSERT INTO person_languages (tenant_id, person_id, language) SELECT ?, ?, unnest(?)",
        tenant,
        person,
        Sql.array("text", languages));
  }
}
