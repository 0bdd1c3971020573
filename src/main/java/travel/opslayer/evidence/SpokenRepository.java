package travel.opslayer.evidence;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.SealedMessage;
import travel.opslayer.database.Row;
import travel.opslayer.facts.words.Codes;
import travel.opslayer.outbox.SealedContent;

/** What was said about it, and how far what we said has come. */
@Singleton
final class SpokenRepository {

  /** Of both directions: what led to a decision about it, and what we said about it. */
  private static final String ABOUT =
      """
      SELECT m.id FROM whatsapp_messages m
      WHERE m.tenant_id = ? AND m.at >= ?
        AND (split_part(m.subject, '~', 1) = ANY(?) OR m.decision_id IN
            (SELECT d.id FROM decisions d WHERE d.tenant_id = ? AND d.subject = ANY(?))
          OR m.id IN (SELECT r.message_id FROM incident_reports r
            JOIN incidents i ON i.tenant_id = r.tenant_id AND i.id = r.incident_id
            WHERE r.tenant_id = ? AND i.code = ANY(?)))
        AND (m.direction = 'in' OR m.subject IS NULL OR split_part(m.subject, '~', 1) = ANY(?))
      """;

  /** What belongs to somebody: a departure does not. */
  private static final Pattern THINGS = Pattern.compile("(BK|LD|Q|WL|INC|AP|RF)-\\d+|TRP\\d+");

  private static final String WITHHELD = "[names something else too]";

  private final SealedMessage heard;
  private final SealedContent said;
  private final WhomRepository people;

  SpokenRepository(SealedMessage heard, SealedContent said, WhomRepository people) {
    this.heard = heard;
    this.said = said;
    this.people = people;
  }

  List<Map<String, Object>> messages(Scope it) {
    return it.sql()
        .list(
            """
            SELECT m.id, m.at, m.direction, m.kind, m.person_id, m.content, m.template, m.sent_at,
              m.decision_id, split_part(m.subject, '~', 1) AS subject, o.free_text,
              o.state AS outbox_state, o.delivery, o.settled_at, o.error
            FROM whatsapp_messages m
            LEFT JOIN outbox o ON o.tenant_id = m.tenant_id AND o.id = m.id
            WHERE m.tenant_id = ? AND m.id IN (
            """
                + ABOUT
                + ") ORDER BY m.at, m.id",
            row -> message(it, row),
            it.tenant(),
            it.tenant(),
            it.since(),
            it.all(),
            it.tenant(),
            it.all(),
            it.tenant(),
            it.all(),
            it.all());
  }

  /** Each report of the provider about what we said. */
  List<Map<String, Object>> receipts(Scope it) {
    return it.sql()
        .list(
            """
            SELECT o.id, s.word, s.occurred_at, s.error FROM outbox o
            JOIN whatsapp_statuses s ON s.tenant_id = o.tenant_id
              AND s.provider_key = o.provider_key
            WHERE o.tenant_id = ? AND o.id IN (
            """
                + ABOUT
                + ") ORDER BY s.occurred_at, o.id, s.rank",
            row ->
                Scope.row(
                    "message", row.uuid("id"),
                    "word", row.text("word"),
                    "at", it.time(row.instant("occurred_at")),
                    "error", row.textOrNull("error")),
            it.tenant(),
            it.tenant(),
            it.since(),
            it.all(),
            it.tenant(),
            it.all(),
            it.tenant(),
            it.all(),
            it.all());
  }

  private Map<String, Object> message(Scope it, Row row) {
    var in = row.text("direction").equals("in");
    return Scope.row(
        "at", it.time(row.instant("at")),
        "sent", it.time(row.instant("sent_at")),
        "direction", row.text("direction"),
        "who", people.name(it, row.uuid("person_id")),
        "kind", row.text("kind"),
        "words", in ? heard(it, row) : it.words(said(it, row)),
        "about", row.textOrNull("subject"),
        "text", row.textOrNull("template"),
        "state", in ? null : state(row),
        "settled", it.timeOrNull(row.instantOrNull("settled_at")),
        "error", row.textOrNull("error"),
        "message", row.uuid("id"),
        "decision", row.uuid("decision_id"));
  }

  private static @Nullable String state(Row row) {
    var delivery = row.textOrNull("delivery");
    return delivery == null ? row.textOrNull("outbox_state") : delivery;
  }

  /** What they wrote; not where it is about something else as well. */
  private @Nullable String heard(Scope it, Row row) {
    var text =
        String.valueOf(heard.open(it.tenant(), row.bytes("content")).getOrDefault("text", ""));
    var others =
        Codes.in(text, Set.of()).stream()
            .filter(code -> THINGS.matcher(code).matches() && !it.isAbout(code));
    return others.findAny().isEmpty() ? it.words(text) : WITHHELD;
  }

  private String said(Scope it, Row row) {
    var both = said.open(it.tenant(), row.bytes("content"));
    var approved = both.approved();
    return Boolean.FALSE.equals(row.boolOrNull("free_text")) && approved != null
        ? approved.text()
        : both.content().text();
  }
}
