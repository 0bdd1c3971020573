package travel.opslayer.evidence;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Row;

/** What has happened to it: the timeline, the money, the votes, and what the field has told. */
@Singleton
final class HappenedRepository {

  private final Vault vault;
  private final WhomRepository people;

  HappenedRepository(Vault vault, WhomRepository people) {
    this.vault = vault;
    this.people = people;
  }

  List<Map<String, Object>> timeline(Scope it) {
    return it.sql()
        .list(
            """
            SELECT at, subject, kind, actor, text, decision_id FROM timeline_entries
            WHERE tenant_id = ? AND subject = ANY(?) ORDER BY at, id
            """,
            row ->
                Scope.row(
                    "at", it.time(row.instant("at")),
                    "about", row.text("subject"),
                    "kind", row.text("kind"),
                    "who", people.actor(it, row.text("actor")),
                    "words", opened(it, row, "text", "timeline_entries.text"),
                    "decision", row.uuid("decision_id")),
            it.tenant(),
            it.all());
  }

  Map<String, List<Map<String, Object>>> more(Scope it) {
    var all = new LinkedHashMap<String, List<Map<String, Object>>>();
    all.put("Ledger", ledger(it));
    all.put("Payments and refunds", payments(it));
    all.put("Approvals", votes(it));
    all.put("Told by the field", facts(it));
    all.put("Reports of incidents", reports(it));
    all.put("Documents and photos", documents(it));
    all.put("Who asked for what", audit(it));
    return all;
  }

  private static List<Map<String, Object>> ledger(Scope it) {
    return it.sql()
        .list(
            """
            SELECT l.at, l.kind, l.amount_minor, l.currency, l.reference FROM core.ledger l
            JOIN core.bookings b ON b.tenant_id = l.tenant_id AND b.id = l.booking_id
            WHERE l.tenant_id = ? AND b.code = ? ORDER BY l.place
            """,
            row ->
                Scope.row(
                    "at", it.time(row.instant("at")),
                    "kind", row.text("kind"),
                    "minor", row.longValue("amount_minor"),
                    "currency", row.text("currency"),
                    "reference", row.text("reference")),
            it.tenant(),
            it.object());
  }

  private static List<Map<String, Object>> payments(Scope it) {
    return it.sql()
        .list(
            """
            SELECT created_at AS at, code, kind, amount_minor, currency, state FROM payments
              WHERE tenant_id = ? AND booking = ?
            UNION ALL SELECT created_at, code, reason, amount_minor, currency, state FROM refunds
              WHERE tenant_id = ? AND booking = ?
            ORDER BY at, code
            """,
            row ->
                Scope.row(
                    "at", it.time(row.instant("at")),
                    "code", row.text("code"),
                    "kind", row.text("kind"),
                    "minor", row.longValue("amount_minor"),
                    "currency", row.text("currency"),
                    "state", row.text("state")),
            it.tenant(),
            it.object(),
            it.tenant(),
            it.object());
  }

  private List<Map<String, Object>> votes(Scope it) {
    return it.sql()
        .list(
            """
            SELECT a.code, a.action, a.subject, a.state, a.requested_by, a.created_at,
              v.person_id, v.yes, v.at
            FROM approvals a
            LEFT JOIN approval_votes v ON v.tenant_id = a.tenant_id AND v.approval_id = a.id
            WHERE a.tenant_id = ? AND a.subject = ANY(?) ORDER BY a.created_at, a.code, v.at
            """,
            row ->
                Scope.row(
                    "asked", it.time(row.instant("created_at")),
                    "code", row.text("code"),
                    "what", row.text("action"),
                    "about", row.text("subject"),
                    "by", people.name(it, row.uuid("requested_by")),
                    "state", row.text("state"),
                    "voted", it.timeOrNull(row.instantOrNull("at")),
                    "who", people.name(it, row.uuidOrNull("person_id")),
                    "yes", row.boolOrNull("yes")),
            it.tenant(),
            it.all());
  }

  private List<Map<String, Object>> facts(Scope it) {
    return it.sql()
        .list(
            """
            SELECT kind, person_id, number, note, happened_at, known_at, trust, withdrawn
            FROM trip_facts WHERE tenant_id = ? AND trip = ? ORDER BY known_at, place
            """,
            row ->
                Scope.row(
                    "happened", it.time(row.instant("happened_at")),
                    "known", it.time(row.instant("known_at")),
                    "kind", row.text("kind"),
                    "who", people.name(it, row.uuidOrNull("person_id")),
                    "number", row.integerOrNull("number"),
                    "words", opened(it, row, "note", "trip_facts.note"),
                    "trust", row.text("trust"),
                    "withdrawn", row.textOrNull("withdrawn")),
            it.tenant(),
            it.object());
  }

  private List<Map<String, Object>> reports(Scope it) {
    return it.sql()
        .list(
            """
            SELECT i.code, i.category, i.severity, i.state, r.kind, r.person_id, r.note,
              r.happened_at, r.known_at
            FROM incidents i
            LEFT JOIN incident_reports r ON r.tenant_id = i.tenant_id AND r.incident_id = i.id
            WHERE i.tenant_id = ? AND i.code = ANY(?) ORDER BY r.known_at, i.code
            """,
            row ->
                Scope.row(
                    "happened", it.timeOrNull(row.instantOrNull("happened_at")),
                    "known", it.timeOrNull(row.instantOrNull("known_at")),
                    "incident", row.text("code"),
                    "what", row.text("category"),
                    "severity", row.text("severity"),
                    "state", row.text("state"),
                    "who", people.name(it, row.uuidOrNull("person_id")),
                    "kind", row.textOrNull("kind"),
                    "words", opened(it, row, "note", "incident_reports.note")),
            it.tenant(),
            it.all());
  }

  /** That they are there, and their hash: never what they show. */
  private List<Map<String, Object>> documents(Scope it) {
    return it.sql()
        .list(
            """
            SELECT code, class, state, person_id, filed_at, sha256 FROM media_items
            WHERE tenant_id = ? AND subject = ANY(?) AND class <> 'evidence'
            ORDER BY filed_at, code
            """,
            row ->
                Scope.row(
                    "filed", it.time(row.instant("filed_at")),
                    "code", row.text("code"),
                    "what", row.text("class"),
                    "state", row.text("state"),
                    "who", people.name(it, row.uuidOrNull("person_id")),
                    "sha256", row.textOrNull("sha256")),
            it.tenant(),
            it.all());
  }

  private List<Map<String, Object>> audit(Scope it) {
    return it.sql()
        .list(
            """
            SELECT at, actor, action, subject, result FROM whatsapp_audit_logs
            WHERE tenant_id = ? AND subject = ANY(?) ORDER BY at, id
            """,
            row ->
                Scope.row(
                    "at", it.time(row.instant("at")),
                    "who", people.actor(it, row.text("actor")),
                    "action", row.text("action"),
                    "about", row.text("subject"),
                    "result", row.text("result")),
            it.tenant(),
            it.all());
  }

  private @Nullable String opened(Scope it, Row row, String column, String seal) {
    return Optional.ofNullable(row.bytesOrNull(column))
        .map(bytes -> it.words(vault.openText(it.tenant(), seal, bytes)))
        .orElse(null);
  }
}
