package travel.opslayer.timeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import travel.opslayer.database.Sql;
import travel.opslayer.timeline.Timeline.Line;

/** The table {@code timeline_entries}: rows are added and never changed. */
@Singleton
final class TimelineRepository {

  /** A row, sealed. */
  record Sealed(Line line, byte[] text, Instant at) {}

  /** The newest of an object after a moment. */
  Optional<Sealed> last(Sql sql, int tenant, String subject, Instant after) {
    return sql.one(
        """
        SELECT id, subject, kind, actor, text, decision_id, at FROM timeline_entries
        WHERE tenant_id = ? AND subject = ? AND at > ? ORDER BY at DESC, id DESC LIMIT 1
        """,
        row ->
            new Sealed(
                new Line(
                    row.uuid("id"),
                    row.text("subject"),
                    row.text("kind"),
                    row.text("actor"),
                    "",
                    row.uuid("decision_id")),
                row.bytes("text"),
                row.instant("at")),
        tenant,
        subject,
        after);
  }

  void save(Sql sql, int tenant, List<Line> lines, List<byte[]> texts, Instant now) {
    sql.later(
        """
        INSERT INTO timeline_entries
          (tenant_id, at, id, subject, kind, actor, text, decision_id)
        SELECT ?, ?, * FROM unnest(?, ?, ?, ?, ?, ?)
        """,
        tenant,
        now,
        Sql.array("uuid", lines.stream().map(Line::id).toList()),
        Sql.array("text", lines.stream().map(Line::subject).toList()),
        Sql.array("text", lines.stream().map(Line::kind).toList()),
        Sql.array("text", lines.stream().map(Line::actor).toList()),
        Sql.array("bytea", texts),
        Sql.array("uuid", lines.stream().map(Line::decision).toList()));
  }
}
