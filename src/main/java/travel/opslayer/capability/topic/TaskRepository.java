package travel.opslayer.capability.topic;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code tasks}: what a colleague has to answer. */
@Singleton
final class TaskRepository {

  private static final String SELECT =
      "SELECT id, code, subject, topic, person_id, taken_by FROM tasks WHERE tenant_id = ? ";

  /**
   * A question for a colleague.
   *
   * @param subject code of the lead it is about; null when there is none
   * @param person who asks
   * @param owner whose answer it needs; null when anybody of sales may give it
   */
  record Asking(@Nullable String subject, String topic, UUID person, @Nullable UUID owner) {}

  /**
   * The same with its public code.
   *
   * @param takenBy null while nobody has taken it
   */
  record Task(
      UUID id,
      String code,
      @Nullable String subject,
      String topic,
      UUID person,
      @Nullable UUID takenBy) {}

  /** The code of the task. What is asked already, and nobody has taken, is not asked twice. */
  String open(Sql sql, int tenant, UUID id, Asking asking, Instant now) {
    return sql.one(
            SELECT + "AND (id = ? OR person_id = ? AND topic = ? AND taken_by IS NULL)",
            TaskRepository::task,
            tenant,
            id,
            asking.person(),
            asking.topic())
        .map(Task::code)
        .orElseGet(() -> add(sql, tenant, id, asking, now));
  }

  private static String add(Sql sql, int tenant, UUID id, Asking asking, Instant now) {
    var code = NumberRepository.next(sql, tenant, "TK");
    sql.update(
        """
        INSERT INTO tasks (tenant_id, id, code, subject, topic, person_id, owner_id, asked_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        id,
        code,
        asking.subject(),
        asking.topic(),
        asking.person(),
        asking.owner(),
        now);
    return code;
  }

  Optional<Task> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", TaskRepository::task, tenant, code);
  }

  /** Who has it: whoever came first. */
  UUID take(Sql sql, int tenant, Task task, UUID by, Instant now) {
    return sql.list(
            """
            UPDATE tasks SET taken_by = coalesce(taken_by, ?), taken_at = coalesce(taken_at, ?)
            WHERE tenant_id = ? AND id = ? RETURNING taken_by
            """,
            row -> row.uuid("taken_by"),
            by,
            now,
            tenant,
            task.id())
        .getFirst();
  }

  private static Task task(Row row) {
    return new Task(
        row.uuid("id"),
        row.text("code"),
        row.textOrNull("subject"),
        row.text("topic"),
        row.uuid("person_id"),
        row.uuidOrNull("taken_by"));
  }
}
