package travel.opslayer.conversation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.inbox.Event;
import travel.opslayer.message.Alias;
import travel.opslayer.time.Ids;

/** The table {@code whatsapp_conversations}, with the people on the other side. */
@Singleton
final class ConversationRepository {

  private static final String ADDRESS = "whatsapp_conversations.address";

  private static final String PERSON =
      """
      p.id AS person_id, p.code, p.name, p.language, p.zone,
      (SELECT string_agg(r.role, ',') FROM person_roles r
       WHERE r.tenant_id = p.tenant_id AND r.person_id = p.id) AS roles,
      (SELECT string_agg(l.language, ',' ORDER BY l.language) FROM person_languages l
       WHERE l.tenant_id = p.tenant_id AND l.person_id = p.id) AS languages,
      EXISTS (SELECT FROM phone_locks k WHERE k.tenant_id = p.tenant_id
        AND k.person_id = p.id AND k.unlocked_at IS NULL) AS locked
      """;

  private static final String CONTACT =
      PERSON + ", c.id, c.channel, c.address, c.address_kind, c.lane, c.window_until\n";

  private static final String FROM_CONVERSATION =
      """
      FROM whatsapp_conversations c
      JOIN people p ON p.tenant_id = c.tenant_id AND p.id = c.person_id
      """;

  private final Vault vault;
  private final PeopleRepository people;

  ConversationRepository(Vault vault, PeopleRepository people) {
    this.vault = vault;
    this.people = people;
  }

  /**
   * The contact for the first message of each lane, by any alias of its sender. Aliases of two
   * people are never merged: the address decides.
   */
  Map<String, Contact> byAlias(Sql sql, int tenant, Map<String, Event> lanes) {
    var contacts = new HashMap<String, Contact>();
    if (lanes.isEmpty()) {
      return contacts;
    }
    var wanted = lanes.entrySet().stream().flatMap(it -> wanted(tenant, it)).toList();
    sql.list(
            "SELECT w.lane AS asked, "
                + PERSON
                + """
                , c.id, c.window_until
                FROM unnest(?, ?, ?, ?, ?) AS w(lane, kind, key, channel, place)
                CROSS JOIN LATERAL (
                  SELECT * FROM aliases
                  WHERE tenant_id = ? AND kind = w.kind AND key = w.key LIMIT 1) a
                CROSS JOIN LATERAL (
                  SELECT * FROM people WHERE tenant_id = a.tenant_id AND id = a.person_id
                  LIMIT 1) p
                LEFT JOIN LATERAL (
                  SELECT id, window_until FROM whatsapp_conversations
                  WHERE tenant_id = p.tenant_id AND person_id = p.id AND channel = w.channel
                  LIMIT 1) c ON true
                ORDER BY w.place
                """,
            row ->
                Map.entry(
                    row.text("asked"),
                    met(tenant, row, Objects.requireNonNull(lanes.get(row.text("asked"))))),
            Sql.array("text", wanted.stream().map(Wanted::lane).toList()),
            Sql.array("text", wanted.stream().map(Wanted::kind).toList()),
            Sql.array("bytea", wanted.stream().map(Wanted::key).toList()),
            Sql.array("text", wanted.stream().map(Wanted::channel).toList()),
            Sql.array("int", wanted.stream().map(Wanted::place).toList()),
            tenant)
        .forEach(it -> contacts.putIfAbsent(it.getKey(), it.getValue()));
    return contacts;
  }

  /** An alias to look for. */
  private record Wanted(String lane, String kind, byte[] key, String channel, int place) {}

  private Stream<Wanted> wanted(int tenant, Map.Entry<String, Event> lane) {
    var event = lane.getValue();
    var aliases = event.message().sender().aliases();
    return IntStream.range(0, aliases.size())
        .mapToObj(
            i -> {
              var alias = aliases.get(i);
              var key = people.key(tenant, alias);
              return new Wanted(lane.getKey(), alias.kind().word(), key, event.channel(), i);
            });
  }

  private Contact met(int tenant, Row row, Event event) {
    var thread = row.uuidOrNull("id");
    return new Contact(
        thread == null ? Ids.from(event.id(), "conversation") : thread,
        person(tenant, row),
        event.channel(),
        event.message().sender().address(),
        row.text("asked"),
        row.instantOrNull("window_until"),
        true);
  }

  Map<String, Contact> byLane(Sql sql, int tenant, Collection<String> lanes) {
    var contacts = new HashMap<String, Contact>();
    if (!lanes.isEmpty()) {
      sql.list(
              "SELECT " + CONTACT + FROM_CONVERSATION + "WHERE c.tenant_id = ? AND c.lane = ANY(?)",
              row -> contact(tenant, row),
              tenant,
              Sql.array("bytea", lanes.stream().map(HexFormat.of()::parseHex).toList()))
          .forEach(it -> contacts.put(it.lane(), it));
    }
    return contacts;
  }

  List<Contact> byPerson(Sql sql, int tenant, Collection<UUID> people) {
    return sql.list(
        "SELECT DISTINCT ON (p.id) "
            + CONTACT
            + FROM_CONVERSATION
            + "WHERE c.tenant_id = ? AND p.id = ANY(?) ORDER BY p.id, c.last_in_at DESC NULLS LAST",
        row -> contact(tenant, row),
        tenant,
        Sql.array("uuid", people));
  }

  List<Contact> byRole(Sql sql, int tenant, String role) {
    return sql.list(
        "SELECT * FROM (SELECT DISTINCT ON (p.id) "
            + CONTACT
            + FROM_CONVERSATION
            + """
            JOIN person_roles q ON q.tenant_id = p.tenant_id AND q.person_id = p.id
            WHERE c.tenant_id = ? AND q.role = ? AND NOT EXISTS (
              SELECT FROM phone_locks k WHERE k.tenant_id = p.tenant_id
                AND k.person_id = p.id AND k.unlocked_at IS NULL)
            ORDER BY p.id, c.last_in_at DESC NULLS LAST) t ORDER BY code
            """,
        row -> contact(tenant, row),
        tenant,
        role);
  }

  List<Contact> customers(Sql sql, int tenant, int most) {
    return sql.list(
        "SELECT "
            + CONTACT
            + FROM_CONVERSATION
            + """
            WHERE c.tenant_id = ? AND NOT EXISTS (SELECT 1 FROM person_roles q
              WHERE q.tenant_id = p.tenant_id AND q.person_id = p.id)
            ORDER BY c.last_in_at DESC NULLS LAST LIMIT ?
            """,
        row -> contact(tenant, row),
        tenant,
        most);
  }

  Optional<Contact> byCode(Sql sql, int tenant, String code) {
    return sql
        .list(
            "SELECT "
                + CONTACT
                + FROM_CONVERSATION
                + "WHERE c.tenant_id = ? AND p.code = ? ORDER BY c.last_in_at DESC NULLS LAST",
            row -> contact(tenant, row),
            tenant,
            code.toUpperCase(Locale.ROOT))
        .stream()
        .findFirst();
  }

  /** Have they written between two moments, by the provider's clock? */
  boolean isHeard(Sql sql, int tenant, UUID conversation, Instant from, Instant to) {
    return sql.one(
            """
            SELECT EXISTS (SELECT FROM whatsapp_messages
              WHERE tenant_id = ? AND conversation_id = ? AND direction = 'in' AND at > ?
                AND sent_at > ? AND sent_at <= ?) AS heard
            """,
            row -> row.bool("heard"),
            tenant,
            conversation,
            from, // what was received before was written before
            from,
            to)
        .orElse(false);
  }

  void save(Sql sql, List<Turn> turns) {
    var heard = turns.stream().filter(it -> it.timer().isEmpty()).toList();
    if (heard.isEmpty()) {
      return;
    }
    var tenant = heard.getFirst().tenant().id();
    people.add(sql, tenant, heard.stream().filter(it -> !it.contact().known()).toList());
    people.learnAliases(sql, tenant, heard);
    threads(sql, tenant, heard);
  }

  private void threads(Sql sql, int tenant, List<Turn> heard) {
    var contacts = heard.stream().map(Turn::contact).toList();
    sql.later(
        """
        INSERT INTO whatsapp_conversations AS c (tenant_id, id, channel, person_id, address,
          address_kind, lane, last_in_at, window_until, created_at)
        SELECT ?, *, ? FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, channel, person_id) DO UPDATE SET
          address = excluded.address, address_kind = excluded.address_kind, lane = excluded.lane,
          last_in_at = greatest(c.last_in_at, excluded.last_in_at),
          window_until = greatest(c.window_until, excluded.window_until)
        """,
        tenant,
        heard.getFirst().now(),
        Sql.array("uuid", contacts.stream().map(Contact::id).toList()),
        Sql.array("text", contacts.stream().map(Contact::channel).toList()),
        Sql.array("uuid", contacts.stream().map(it -> it.person().id()).toList()),
        Sql.array(
            "bytea",
            contacts.stream()
                .map(it -> vault.seal(tenant, ADDRESS, it.address().value()))
                .toList()),
        Sql.array("text", contacts.stream().map(it -> it.address().kind().word()).toList()),
        Sql.array(
            "bytea", contacts.stream().map(it -> HexFormat.of().parseHex(it.lane())).toList()),
        Sql.array(
            "timestamptz", heard.stream().map(it -> it.events().getLast().occurredAt()).toList()),
        Sql.array("timestamptz", contacts.stream().map(Contact::windowUntil).toList()));
  }

  private Contact contact(int tenant, Row row) {
    var address = vault.openText(tenant, ADDRESS, row.bytes("address"));
    var kind = Alias.Kind.valueOf(row.text("address_kind").toUpperCase(Locale.ROOT));
    return new Contact(
        row.uuid("id"),
        person(tenant, row),
        row.text("channel"),
        new Alias(kind, address),
        HexFormat.of().formatHex(row.bytes("lane")),
        row.instantOrNull("window_until"),
        true);
  }

  private Person person(int tenant, Row row) {
    var name = row.bytesOrNull("name");
    return new Person(
        row.uuid("person_id"),
        row.textOrNull("code"),
        name == null ? null : vault.openText(tenant, PeopleRepository.NAME, name),
        row.textOrNull("language"),
        row.textOrNull("zone"),
        Set.copyOf(words(row.textOrNull("roles"))),
        words(row.textOrNull("languages")),
        row.bool("locked"));
  }

  private static List<String> words(@Nullable String joined) {
    return joined == null ? List.of() : List.of(joined.split(","));
  }
}
