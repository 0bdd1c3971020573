package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code expenses}. */
@Singleton
public final class ExpenseRepository {

  private static final String SELECT =
      """
      SELECT id, code, trip, person_id, kind, amount_minor, currency, state, receipt,
        created_at, version
      FROM expenses WHERE tenant_id = ?
      """;

  /** What of {@link Expense} is known when it begins. */
  public record Draft(
      String trip,
      UUID person,
      String kind,
      @Nullable Long amountMinor,
      String currency,
      @Nullable UUID receipt) {}

  public Optional<Expense> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", ExpenseRepository::expense, tenant, code);
  }

  /** What they have told since then, the oldest first. */
  public List<Expense> since(Sql sql, int tenant, UUID person, Instant since) {
    return sql.list(
        SELECT + "AND person_id = ? AND created_at >= ? ORDER BY created_at, code",
        ExpenseRepository::expense,
        tenant,
        person,
        since);
  }

  /** What they have paid for on a trip, the oldest first. */
  public List<Expense> of(Sql sql, int tenant, String trip, UUID person) {
    return sql.list(
        SELECT + "AND trip = ? AND person_id = ? ORDER BY created_at, code",
        ExpenseRepository::expense,
        tenant,
        trip,
        person);
  }

  /** The same id again is the same one. */
  public Expense add(Sql sql, int tenant, UUID id, Draft draft, String state, Instant now) {
    sql.update(
        """
        INSERT INTO expenses (tenant_id, id, code, trip, person_id, kind, amount_minor, currency,
          state, receipt, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "EX"),
        draft.trip(),
        draft.person(),
        draft.kind(),
        draft.amountMinor(),
        draft.currency(),
        state,
        draft.receipt(),
        now);
    return sql.one(SELECT + "AND id = ?", ExpenseRepository::expense, tenant, id).orElseThrow();
  }

  /** Where it stands now, and what is claimed. Empty when it has changed in the meantime. */
  public Optional<Expense> move(
      Sql sql, int tenant, Expense it, String to, String kind, @Nullable Long amountMinor) {
    var written =
        sql.update(
            """
            UPDATE expenses SET state = ?, kind = ?, amount_minor = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            kind,
            amountMinor,
            tenant,
            it.id(),
            it.version());
    return written == 0 ? Optional.empty() : byCode(sql, tenant, it.code());
  }

  /** The picture of its bill. Empty when there is one already. */
  public Optional<Expense> show(Sql sql, int tenant, Expense it, UUID message) {
    var written =
        sql.update(
            """
            UPDATE expenses SET receipt = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND receipt IS NULL
            """,
            message,
            tenant,
            it.id());
    return written == 0 ? Optional.empty() : byCode(sql, tenant, it.code());
  }

  private static Expense expense(Row row) {
    return new Expense(
        row.uuid("id"),
        row.text("code"),
        row.text("trip"),
        row.uuid("person_id"),
        row.text("kind"),
        row.longOrNull("amount_minor"),
        row.text("currency"),
        row.text("state"),
        row.uuidOrNull("receipt"),
        row.instant("created_at"),
        row.integer("version"));
  }
}
