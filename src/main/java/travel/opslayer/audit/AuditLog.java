package travel.opslayer.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;

/** Who asked for what, and what became of it. */
@Singleton
public final class AuditLog {

  private final AuditRepository rows;

  AuditLog(AuditRepository rows) {
    this.rows = rows;
  }

  /**
   * One thing that was asked for.
   *
   * @param actor id of a person, timer, or the name of an API client
   * @param subject code of the object
   * @param result permitted, or refused and why
   */
  public record Entry(
      UUID id,
      String actor,
      String action,
      @Nullable String subject,
      String result,
      @Nullable UUID decision) {}

  public void save(Sql sql, int tenant, List<Entry> entries, Instant now) {
    if (!entries.isEmpty()) {
      rows.save(sql, tenant, entries, now);
    }
  }
}
