package travel.opslayer.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import travel.opslayer.database.Database;
import travel.opslayer.inbox.Inbox;

/**
 * Timers: rows of db-scheduler, set in the transaction of the turn that wants them. A timer that is
 * due comes back through the inbox as one more thing that happened, once on whichever node.
 */
@Singleton
public final class Timers {

  static final String TASK = "timer";
  static final Serializer TEXT = new TextSerializer();
  private static final Duration POLL = Duration.ofMillis(500);

  /** Six missed ones, and another node takes the timers of a dead one over. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final TimerRepository rows;
  private final OneTimeTask<String> task;
  private final SchedulerClient client;
  private final Scheduler scheduler;

  Timers(DataSource dataSource, Database database, Inbox inbox, InstantSource clock) {
    this.clock = clock;
    this.rows = new TimerRepository(database);
    this.task =
        Tasks.oneTime(TASK, String.class)
            .execute((instance, context) -> Timer.of(instance.getData()).into(inbox));
    this.client =
        SchedulerClient.Builder.create(new TurnDataSource(database), task)
            .serializer(TEXT)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
            .build();
    this.scheduler =
        Scheduler.create(DelegatingDataSource.unwrapDataSource(dataSource), task)
            .serializer(TEXT)
            .threads(2)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .clock(clock::instant)
            .build();
  }

  /**
   * Sets a timer, as part of the running transaction. The same again is one timer.
   *
   * @param subject the code of the object it is for
   * @param lane of the contact whose object it is
   */
  public void set(int tenant, String name, String subject, Instant dueAt, byte[] lane) {
    var timer = new Timer(tenant, name, subject, dueAt, lane);
    client.scheduleIfNotExists(task.instance(timer.id(), timer.text()), dueAt);
  }

  /** How many are due and have not come back yet. */
  public long due() {
    return rows.due(clock.instant());
  }

  /** Whoever was bringing timers back has ended, as everybody knows. */
  public void forgetPicks() {
    rows.forgetPicks();
  }

  /** Starts looking for due timers by itself. */
  public void start() {
    scheduler.start();
  }

  /** Has the running scheduler look now, since the clock was moved. */
  public void look() {
    scheduler.triggerCheckForDueExecutions();
  }

  OneTimeTask<String> task() {
    return task;
  }

  @PreDestroy
  void stop() {
    scheduler.stop();
  }
}
