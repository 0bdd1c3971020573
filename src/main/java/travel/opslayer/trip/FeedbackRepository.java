package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code feedback}: what guests say of trips that are over. */
@Singleton
public final class FeedbackRepository {

  private static final String WORDS = "feedback.words";

  private static final String SELECT =
      """
      SELECT id, code, trip, booking, person_id, state, score, words, due_at, asked_at,
        answered_at, version
      FROM feedback WHERE tenant_id = ?
      """;

  private final Vault vault;

  FeedbackRepository(Vault vault) {
    this.vault = vault;
  }

  /** A party of a trip that is over, whom nobody means to ask yet. */
  public record Unasked(String trip, String booking, UUID person, Instant endedAt) {}

  /**
   * Those whose trip has ended in this time. One that never left has not ended: nobody knows
   * whether it took place.
   */
  public List<Unasked> unasked(Sql sql, int tenant, Instant from, Instant to) {
    return sql.list(
        """
        SELECT g.trip, g.booking, g.person_id, coalesce(t.ended_at, t.ends_at) AS ended_at
        FROM trips t
        JOIN trip_guests g ON g.tenant_id = t.tenant_id AND g.trip = t.code
        LEFT JOIN feedback f ON f.tenant_id = g.tenant_id AND f.trip = g.trip
          AND f.booking = g.booking
        WHERE t.tenant_id = ? AND t.state IN ('in_progress', 'completed') AND f.id IS NULL
          AND coalesce(t.ended_at, t.ends_at) > ? AND coalesce(t.ended_at, t.ends_at) <= ?
        ORDER BY t.code, g.booking
        """,
        row ->
            new Unasked(
                row.text("trip"),
                row.text("booking"),
                row.uuid("person_id"),
                row.instant("ended_at")),
        tenant,
        from,
        to);
  }

  /** They will be asked; the same party again is the same. */
  public Optional<Feedback> plan(
      Sql sql, int tenant, UUID id, Unasked party, Instant dueAt, Instant now) {
    if (of(sql, tenant, party.trip(), party.booking()).isEmpty()) {
      sql.update(
          """
          INSERT INTO feedback (tenant_id, id, code, trip, booking, person_id, due_at, created_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """,
          tenant,
          id,
          NumberRepository.next(sql, tenant, "FB"),
          party.trip(),
          party.booking(),
          party.person(),
          dueAt,
          now);
    }
    return of(sql, tenant, party.trip(), party.booking());
  }

  public Optional<Feedback> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", row -> feedback(tenant, row), tenant, code);
  }

  /** What these people were asked for and may still answer, what was asked last first. */
  public List<Feedback> open(Sql sql, int tenant, Collection<UUID> people, Instant since) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND person_id = ANY(?) AND asked_at > ? ORDER BY asked_at DESC, code DESC",
            row -> feedback(tenant, row),
            tenant,
            Sql.array("uuid", people),
            since);
  }

  /** Empty when it has changed in the meantime. */
  public Optional<Feedback> ask(Sql sql, int tenant, Feedback it, String to, Instant now) {
    return changed(
        sql,
        tenant,
        it,
        sql.update(
            """
            UPDATE feedback SET state = ?, asked_at = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            to.equals(Feedback.REQUESTED) ? now : null,
            tenant,
            it.id(),
            it.version()));
  }

  /** Their score, or words, or both; what they leave out stays. */
  public Optional<Feedback> answer(
      Sql sql,
      int tenant,
      Feedback it,
      String to,
      @Nullable Integer score,
      @Nullable String words,
      Instant now) {
    return changed(
        sql,
        tenant,
        it,
        sql.update(
            """
            UPDATE feedback SET state = ?, score = coalesce(?, score), words = coalesce(?, words),
              answered_at = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            score,
            words == null ? null : vault.seal(tenant, WORDS, words),
            now,
            tenant,
            it.id(),
            it.version()));
  }

  private Optional<Feedback> changed(Sql sql, int tenant, Feedback it, int written) {
    return written == 0 ? Optional.empty() : byCode(sql, tenant, it.code());
  }

  private Optional<Feedback> of(Sql sql, int tenant, String trip, String booking) {
    return sql.one(
        SELECT + "AND trip = ? AND booking = ?",
        row -> feedback(tenant, row),
        tenant,
        trip,
        booking);
  }

  private Feedback feedback(int tenant, Row row) {
    var words = row.bytesOrNull("words");
    return new Feedback(
        row.uuid("id"),
        row.text("code"),
        row.text("trip"),
        row.text("booking"),
        row.uuid("person_id"),
        row.text("state"),
        row.integerOrNull("score"),
        words == null ? null : vault.openText(tenant, WORDS, words),
        row.instant("due_at"),
        row.instantOrNull("asked_at"),
        row.instantOrNull("answered_at"),
        row.integer("version"));
  }
}
