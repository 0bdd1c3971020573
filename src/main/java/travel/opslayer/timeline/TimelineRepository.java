package travel.opslayer.timeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import travel.opslayer.database.Sql;
import travel.opslayer.timeline.Timeline.Line;

/** The table {@code timeline_entries}: rows are added and never changed. */
@Singleton
final class TimelineRepository {

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
