package travel.opslayer.decision.releases;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.decision.releases.RuleChange.Tried;

/** The table {@code rule_changes}: rows are added and never changed. */
@Singleton
public final class RuleChangeRepository {

  private final Database database;

  RuleChangeRepository(Database database) {
    this.database = database;
  }

  public void add(int tenant, RuleChange change) {
    database.change(
        tenant,
        sql ->
            sql.update(
                """
                INSERT INTO rule_changes (tenant_id, at, node, hash, kind, actor, why,
                  held_back, decisions, different)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                tenant,
                change.at(),
                change.node(),
                change.hash(),
                change.kind(),
                change.actor(),
                change.why(),
                change.heldBack(),
                change.tried().decisions(),
                change.tried().different()));
  }

  public Optional<RuleChange> newest(int tenant) {
    return newest(tenant, 1).stream().findFirst();
  }

  /** The newest first. */
  public List<RuleChange> newest(int tenant, int most) {
    return database.read(
        tenant,
        sql ->
            sql.list(
                """
                SELECT at, node, hash, kind, actor, why, held_back, decisions, different
                FROM rule_changes WHERE tenant_id = ? ORDER BY id DESC LIMIT ?
                """,
                RuleChangeRepository::change,
                tenant,
                most));
  }

  private static RuleChange change(Row row) {
    return new RuleChange(
        row.instant("at"),
        row.text("node"),
        row.text("hash"),
        row.text("kind"),
        row.text("actor"),
        row.textOrNull("why"),
        row.textOrNull("held_back"),
        new Tried(row.integer("decisions"), row.integer("different")));
  }
}
