package travel.opslayer.travelcore.bundled;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;

/**
 * The table {@code core.commands}: every command is done once, in the transaction of what it does.
 * Two of the same id wait for each other.
 */
@Singleton
public final class CommandRepository {

  /**
   * @param asked all that was asked for, in words
   * @param work does it
   * @param subject the id of what was done
   * @param find what was done, when it was done before
   */
  public <T> CoreResult<T> once(
      Sql sql,
      Command command,
      String asked,
      Supplier<CoreResult<T>> work,
      Function<T, UUID> subject,
      Function<UUID, Optional<T>> find) {
    if (!isNew(sql, command, asked)) {
      return before(sql, command, asked, find);
    }
    var result = work.get();
    if (result instanceof Done<T>(var value)) {
      note(sql, command, "done", "", subject.apply(value).toString());
    } else if (result instanceof Rejected<T>(var why, var detail)) {
      note(sql, command, why.name(), detail, null);
    }
    return result;
  }

  private static boolean isNew(Sql sql, Command command, String asked) {
    return sql.update(
            """
            INSERT INTO core.commands (tenant_id, id, asked, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO NOTHING
            """,
            command.tenant(),
            command.id(),
            asked,
            command.now())
        == 1;
  }

  private static void note(
      Sql sql, Command command, String outcome, String detail, @Nullable String subject) {
    sql.update(
        """
        UPDATE core.commands SET outcome = ?, detail = ?, subject = ?
        WHERE tenant_id = ? AND id = ?
        """,
        outcome,
        detail,
        subject,
        command.tenant(),
        command.id());
  }

  private static <T> CoreResult<T> before(
      Sql sql, Command command, String asked, Function<UUID, Optional<T>> find) {
    var then =
        sql.one(
                """
                SELECT asked, outcome, detail, subject FROM core.commands
                WHERE tenant_id = ? AND id = ?
                """,
                row ->
                    new Noted(
                        row.text("asked"),
                        row.text("outcome"),
                        row.text("detail"),
                        row.textOrNull("subject")),
                command.tenant(),
                command.id())
            .orElseThrow();
    if (!then.asked().equals(asked)) {
      return new Rejected<>(Why.IDEMPOTENCY_MISMATCH, then.asked());
    }
    var subject = then.subject();
    return subject == null
        ? new Rejected<>(Why.valueOf(then.outcome()), then.detail())
        : find.apply(UUID.fromString(subject))
            .<CoreResult<T>>map(Done::new)
            .orElseGet(() -> new Rejected<>(Why.NOT_FOUND, subject));
  }

  private record Noted(String asked, String outcome, String detail, @Nullable String subject) {}
}
