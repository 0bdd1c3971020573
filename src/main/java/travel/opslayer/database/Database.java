package travel.opslayer.database;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one place where transactions begin and end. Each belongs to one tenant, whose rows alone are
 * visible in it, or to none. A call inside another one joins it.
 */
@Singleton
public final class Database {

  private static final String NOBODY = "";
  private static final String NO_CONNECTION = "08001";
  private static final ScopedValue<Running> RUNNING = ScopedValue.newInstance();

  private final TransactionOperations<Connection> transactions;

  /**
   * What writes says the same again and again, with lists of other lengths: planning it anew for
   * each length costs more than it brings. A plan that stays must not be the one that is best for a
   * table that was empty when it was made, reading all of it.
   */
  private static final String PLAN_ONCE =
      """
      SELECT set_config('opslayer.tenant', ?, true),
             set_config('plan_cache_mode', 'force_generic_plan', true),
             set_config('enable_seqscan', 'off', true)
      """;

  private static final String PLAN_BY_VALUES = "SELECT set_config('opslayer.tenant', ?, true)";

  /** The transaction of this thread. */
  private record Running(String tenant, String start, AtomicReference<@Nullable Sql> sql) {}

  Database(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /** Commits what the work wrote for the tenant, or nothing when it throws. */
  public <T extends @Nullable Object> T write(int tenant, Function<Sql, T> work) {
    return run(TransactionDefinition.DEFAULT, Integer.toString(tenant), work);
  }

  /** The same, for work that has nothing to say. */
  public void change(int tenant, Consumer<Sql> work) {
    this.<@Nullable Void>write(
        tenant,
        sql -> {
          work.accept(sql);
          return null;
        });
  }

  /** All that the work reads is of one tenant; PostgreSQL refuses to write. */
  public <T extends @Nullable Object> T read(int tenant, Function<Sql, T> work) {
    return run(TransactionDefinition.READ_ONLY, Integer.toString(tenant), work);
  }

  /** Without a tenant: tables with row level security show no rows. */
  public <T extends @Nullable Object> T global(Function<Sql, T> work) {
    return run(TransactionDefinition.DEFAULT, NOBODY, work);
  }

  /** The connection of the running transaction, for a library that writes into it. */
  public Connection current() {
    var running = RUNNING.isBound() ? RUNNING.get().sql().get() : null;
    return running == null ? transactions.getConnection() : running.connection();
  }

  private <T extends @Nullable Object> T run(
      TransactionDefinition definition, String tenant, Function<Sql, T> work) {
    if (RUNNING.isBound()) {
      requireSame(RUNNING.get().tenant(), tenant);
      return work.apply(Objects.requireNonNull(RUNNING.get().sql().get()));
    }
    var start = definition.isReadOnly().orElse(false) ? PLAN_BY_VALUES : PLAN_ONCE;
    var running = new Running(tenant, start, new AtomicReference<>());
    try {
      return ScopedValue.where(RUNNING, running)
          .call(
              () ->
                  transactions.execute(definition, it -> begun(it.getConnection(), running, work)));
    } catch (TransactionException | ConnectionException e) {
      throw DatabaseFailure.of("The transaction", cause(e));
    } catch (CannotGetJdbcConnectionException e) { // of no family, whatever the reason
      throw new DatabaseFailure("There is no connection to the database.", NO_CONNECTION);
    }
  }

  private static <T extends @Nullable Object> T begun(
      Connection connection, Running running, Function<Sql, T> work) {
    var sql = new Sql(connection);
    running.sql().set(sql);
    if (!running.tenant().equals(NOBODY)) {
      sql.later(running.start(), running.tenant());
    }
    var done = work.apply(sql);
    sql.flush();
    return done;
  }

  private static void requireSame(String running, String wanted) {
    if (!running.equals(wanted)) {
      throw new IllegalStateException(
          "A transaction of tenant (%s) cannot go on as tenant (%s). Maybe end it first."
              .formatted(running, wanted));
    }
  }

  private static SQLException cause(RuntimeException e) {
    for (Throwable it = e; it != null; it = it.getCause()) {
      if (it instanceof SQLException found) {
        return found;
      }
    }
    throw e;
  }
}
