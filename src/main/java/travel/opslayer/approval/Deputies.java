package travel.opslayer.approval;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import travel.opslayer.database.Sql;

/** Who decides for somebody else, and until when. */
@Singleton
public final class Deputies {

  private final DeputyRepository rows;

  Deputies(DeputyRepository rows) {
    this.rows = rows;
  }

  /** The same id again is the same word; a new one takes the place of the one before. */
  public void delegate(Sql sql, int tenant, UUID id, Deputy deputy, Instant now) {
    if (deputy.forPerson() != null) {
      rows.end(sql, tenant, deputy.forPerson(), now);
    }
    rows.add(sql, tenant, id, deputy, now);
  }

  /** They decide for themselves again. Whether anybody decided for them. */
  public boolean end(Sql sql, int tenant, UUID person, Instant now) {
    return rows.end(sql, tenant, person, now) > 0;
  }

  /** All that hold now, the oldest first. */
  public List<Deputy> active(Sql sql, int tenant, Instant now) {
    return rows.active(sql, tenant, now);
  }

  /** May this person decide it, by their own role or for somebody else? */
  public static boolean mayDecide(
      Approval approval, UUID person, Set<String> roles, List<Deputy> active) {
    return roles.contains(approval.role())
        || active.stream().anyMatch(it -> it.deputy().equals(person) && it.mayDecide(approval));
  }
}
