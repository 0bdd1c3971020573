package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;

/** Another company's rows are in the same tables, and are not there. */
class StrangersTest {

  private static final int THEM = 2;
  private static final UUID ID = UUID.fromString("0298c5a0-0000-7000-8000-00000000beef");
  private static final Instant LATER = Instant.parse("2026-12-24T12:00:00Z");
  private static final byte[] KEY = {1, 2, 3};
  private static final List<String> LISTS =
      List.of(
          "leads",
          "people",
          "consents",
          "conversations",
          "messages",
          "outbox",
          "dead-letters",
          "audit",
          "timeline",
          "decisions");

  @TempDir static Path keys;
  private static ApiOffice office;

  @BeforeAll
  static void open() throws Exception {
    office = new ApiOffice(keys).withRules();
    office.says("+34600000101", "intrested in EBC", "L1");
    office.says("+34600000102", "STOP", "L2");
    office.settle();
    office.bean(Tenants.class).add(new Tenant(THEM, "them", "Them", ZoneOffset.UTC, "en"));
    office.bean(Database.class).change(THEM, StrangersTest::theirs);
    office.bean(Database.class).change(THEM, StrangersTest::books);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  /** All with one id, and later than ours: they would stand first in every list. */
  private static void theirs(Sql sql) {
    var vault = office.bean(Vault.class);
    sql.update(
        "INSERT INTO people (tenant_id, id, code, name, created_at) VALUES (?, ?, 'ZORA', ?, ?)",
        THEM,
        ID,
        vault.seal(THEM, "people.name", "Zora"),
        LATER);
    sql.update(
        """
        INSERT INTO core.leads (tenant_id, id, code, person_id, state, language, source,
                                last_asked_at, created_at, command_id)
        VALUES (?, ?, 'LD-7777', ?, 'new', 'en', 'whatsapp', ?, ?, ?)
        """,
        THEM,
        ID,
        ID,
        LATER,
        LATER,
        ID);
    sql.update("INSERT INTO core.products VALUES (?, 'ZZZ', 'Zeta', '{}')", THEM);
    sql.update(
        """
        INSERT INTO core.departures (tenant_id, code, product, starts_on, ends_on, zone, state,
                                     capacity)
        VALUES (?, 'ZZZ-1224', 'ZZZ', '2030-12-24', '2030-12-30', 'UTC', 'open', 5)
        """,
        THEM);
    sql.update(
        """
        INSERT INTO whatsapp_opt_ins (tenant_id, id, person_id, category, state, at)
        VALUES (?, ?, ?, 'all', 'out', ?)
        """,
        THEM,
        ID,
        ID,
        LATER);
    sql.update(
        """
        INSERT INTO whatsapp_conversations (tenant_id, id, channel, person_id, address,
          address_kind, lane, created_at) VALUES (?, ?, 'theirs', ?, ?, 'phone', ?, ?)
        """,
        THEM,
        ID,
        ID,
        vault.seal(THEM, "whatsapp_conversations.address", "1"),
        KEY,
        LATER);
  }

  private static void books(Sql sql) {
    sql.update(
        """
        INSERT INTO whatsapp_messages (tenant_id, id, at, direction, kind, conversation_id,
          person_id, content, sent_at, decision_id)
        VALUES (?, ?, ?, 'out', 'text', ?, ?, ?, ?, ?)
        """,
        THEM,
        ID,
        LATER,
        ID,
        ID,
        KEY,
        LATER,
        ID);
    outgoing(sql);
  }

  private static void outgoing(Sql sql) {
    sql.update(
        """
        INSERT INTO outbox (tenant_id, id, message_at, channel, conversation_id, person_id,
                            category, state, due_at)
        VALUES (?, ?, ?, 'theirs', ?, ?, 'answer', 'unknown', ?)
        """,
        THEM,
        ID,
        LATER,
        ID,
        ID,
        LATER);
    sql.update(
        """
        INSERT INTO dead_letters (tenant_id, id, at, channel, reason)
        VALUES (?, ?, ?, 'sandbox', 'theirs')
        """,
        THEM,
        ID,
        LATER);
    sql.update(
        """
        INSERT INTO whatsapp_audit_logs (tenant_id, id, at, actor, action, subject, result)
        VALUES (?, ?, ?, 'timer', 'spy', 'LD-301', 'permitted')
        """,
        THEM,
        ID,
        LATER);
    sql.update(
        """
        INSERT INTO timeline_entries (tenant_id, id, at, subject, kind, actor, text, decision_id)
        VALUES (?, ?, ?, 'LD-301', 'spy', 'timer', ?, ?)
        """,
        THEM,
        ID,
        LATER,
        KEY,
        ID);
    sql.update(
        """
        INSERT INTO decisions (tenant_id, id, at, release, subject, wish, outcome, facts, rules,
                               permits, refusals, requirements, effects, micros)
        VALUES (?, ?, ?, 'r', 'LD-301', 'spy', 'permitted', '{}', '[]', '[]', '[]', '[]', '[]', 1)
        """,
        THEM,
        ID,
        LATER);
  }

  @Test
  void no_list_shows_them_while_ours_are_there() throws Exception {
    for (var list : LISTS) {
      var ids = office.all(list).stream().map(it -> it.get("id")).toList();
      assertThat(ids).as(list).doesNotContain(ID.toString());
      if (!list.equals("dead-letters")) {
        assertThat(ids).as(list).isNotEmpty();
      }
    }
    assertThat(office.all("departures"))
        .extracting(it -> it.get("code"))
        .contains("EBC-0315")
        .doesNotContain("ZZZ-1224");
  }

  @Test
  void no_id_and_no_code_finds_them() throws Exception {
    for (var list : LISTS) {
      assertProblem(office.get("/api/v1/" + list + "/" + ID), 404, "nothing of this id");
    }
    for (var code : List.of("leads/LD-7777", "people/ZORA", "departures/ZZZ-1224")) {
      assertProblem(office.get("/api/v1/" + code), 404, "nothing of this id");
    }
  }

  @Test
  void the_story_of_an_object_of_the_same_code_is_ours() throws Exception {
    for (var list : List.of("timeline", "decisions", "audit")) {
      assertThat(office.all(list + "?object=LD-301"))
          .as(list)
          .isNotEmpty()
          .extracting(it -> it.get("id"))
          .doesNotContain(ID.toString());
    }
  }

  @Test
  void a_cursor_that_is_sealed_for_them_is_none_of_ours() throws Exception {
    var ours = office.get("/api/v1/messages?limit=1").next();
    assertThat(office.get("/api/v1/messages?cursor=" + ours).status()).isEqualTo(200);
    var sealed =
        office.bean(Vault.class).seal(THEM, "api cursor messages[]", "1798113600000000 " + ID);
    var theirs = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);

    assertProblem(office.get("/api/v1/messages?cursor=" + theirs), 400, "not one of this list");
    var place = office.bean(Vault.class).seal(1, "api cursor messages[]", "1798113600000000 " + ID);
    var same = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(place);
    assertThat(office.get("/api/v1/messages?cursor=" + same).items())
        .isNotEmpty()
        .extracting(it -> it.get("id"))
        .doesNotContain(ID.toString());
  }

  @Test
  void nothing_of_theirs_can_be_sent_or_replayed() throws Exception {
    assertProblem(office.post("/api/v1/outbox/" + ID + "/retry"), 404, "nothing of this id");
    assertProblem(office.post("/api/v1/dead-letters/" + ID + "/replay"), 404, "nothing of this id");
    var state =
        office
            .bean(Database.class)
            .read(
                THEM,
                sql ->
                    sql.list(
                        "SELECT state FROM outbox WHERE tenant_id = ?",
                        it -> it.text("state"),
                        THEM));
    assertThat(state).containsExactly("unknown");
  }

  @Test
  void no_number_counts_them() throws Exception {
    assertThat(value("messages_out_unknown")).isZero();
    assertThat(value("dead_letters_open")).isZero();
    assertThat(value("leads_new") + value("leads_assigned") + value("leads_qualified"))
        .isEqualTo(1);
  }

  private static int value(String name) throws Exception {
    return office.all("metrics").stream()
        .filter(it -> name.equals(it.get("name")))
        .map((Map<String, Object> it) -> (Integer) it.get("value"))
        .findFirst()
        .orElseThrow();
  }
}
