package travel.opslayer.decision.releases;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Database;

/** The table {@code rule_nodes}: one row for each process that was heard of lately. */
@Singleton
public final class RuleNodeRepository {

  private final Database database;

  RuleNodeRepository(Database database) {
    this.database = database;
  }

  /** This node lives; those that have been silent for a day are forgotten. */
  public void beat(int tenant, String node, @Nullable String hash) {
    database.change(
        tenant,
        sql -> {
          sql.update(
              """
              INSERT INTO rule_nodes (tenant_id, node, hash, seen)
              VALUES (?, ?, ?, clock_timestamp())
              ON CONFLICT (tenant_id, node) DO UPDATE
              SET hash = excluded.hash, seen = excluded.seen
              """,
              tenant,
              node,
              hash);
          sql.update(
              """
              DELETE FROM rule_nodes
              WHERE tenant_id = ? AND seen < clock_timestamp() - interval '1 day'
              """,
              tenant);
        });
  }

  /** This node ends. */
  public void leave(int tenant, String node) {
    database.change(
        tenant,
        sql -> sql.update("DELETE FROM rule_nodes WHERE tenant_id = ? AND node = ?", tenant, node));
  }

  /** Those heard of within half a minute, by name. */
  public List<RuleNode> living(int tenant) {
    return database.read(
        tenant,
        sql ->
            sql.list(
                """
                SELECT node, hash, seen FROM rule_nodes
                WHERE tenant_id = ? AND seen > clock_timestamp() - interval '30 seconds'
                ORDER BY node
                """,
                row -> new RuleNode(row.text("node"), row.textOrNull("hash"), row.instant("seen")),
                tenant));
  }
}
