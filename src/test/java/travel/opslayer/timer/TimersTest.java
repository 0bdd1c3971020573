package travel.opslayer.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.Provider;
import travel.opslayer.database.Database;

/** Timers: set with the turn or not at all, and back once. */
class TimersTest {

  private static final String TIMERS = "SELECT count(*) FROM scheduled_tasks";
  private static final Provider PROVIDER = new Provider();
  private static final House HOUSE = House.meta(PROVIDER);

  @AfterAll
  static void close() {
    HOUSE.close();
    PROVIDER.close();
  }

  @Test
  void a_turn_that_is_rolled_back_sets_no_timer() {
    var timers = HOUSE.bean(Timers.class);
    var before = HOUSE.count(TIMERS);
    assertThatThrownBy(
            () ->
                HOUSE
                    .bean(Database.class)
                    .change(
                        1,
                        sql -> {
                          timers.set(1, "never", "LD-1", HOUSE.now(), new byte[16]);
                          throw new IllegalStateException("the turn fails");
                        }))
        .hasMessage("the turn fails");
    assertThat(HOUSE.count(TIMERS)).isEqualTo(before);

    HOUSE
        .bean(Database.class)
        .change(
            1,
            sql -> {
              timers.set(1, "once", "LD-1", HOUSE.now().plusSeconds(9), new byte[16]);
              timers.set(1, "once", "LD-1", HOUSE.now().plusSeconds(9), new byte[16]);
            });
    assertThat(HOUSE.count(TIMERS)).isEqualTo(before + 1);
  }

  @Test
  void a_reminder_survives_a_restart_a_second_before_and_comes_once_from_two_schedulers()
      throws Exception {
    HOUSE.moveTo(Instant.parse("2026-11-08T14:46:00Z")); // 20:31, the office is closed
    HOUSE.hears("34600000301", "wamid.night", "Interested in EBC Trek for 2 people");
    HOUSE.settle();
    var due = Instant.parse("2026-11-09T03:30:00Z"); // 09:15
    assertThat(
            HOUSE.column(
                "SELECT execution_time = ? FROM scheduled_tasks WHERE task_instance"
                    + " LIKE '%first_reply%'",
                java.sql.Timestamp.from(due)))
        .containsExactly("true");

    HOUSE.moveTo(due.minusSeconds(1));
    HOUSE.restart();
    run(due.minusSeconds(1));
    assertThat(reminders()).isZero();

    HOUSE.moveTo(due);
    run(due);
    HOUSE.settle();
    assertThat(reminders()).isOne();
    run(due.plus(Duration.ofSeconds(30)));
    HOUSE.settle();
    assertThat(reminders()).isOne();
    assertThat(
            HOUSE.count(
                "SELECT count(*) FROM inbox WHERE kind = 'timer' AND topic = 'first_reply'"))
        .isOne();
  }

  @Test
  void a_timer_that_came_back_before_its_row_was_deleted_comes_back_to_nothing() {
    var timer = new Timer(1, "again", "LD-2", HOUSE.now(), new byte[16]);
    var inbox = HOUSE.bean(travel.opslayer.inbox.Inbox.class);
    timer.into(inbox);
    timer.into(inbox);
    assertThat(HOUSE.count("SELECT count(*) FROM inbox WHERE topic = 'again'")).isOne();
  }

  private static long reminders() {
    return HOUSE.count("SELECT count(*) FROM decisions WHERE wish = 'remind_owner'");
  }

  /** Two nodes look at the same time. */
  private static void run(Instant now) throws Exception {
    var first = scheduler(now);
    var second = scheduler(now);
    try (var nodes = Executors.newFixedThreadPool(2)) {
      var both = nodes.submit(first::runAnyDueExecutions);
      nodes.submit(second::runAnyDueExecutions).get();
      both.get();
    }
  }

  private static ManualScheduler scheduler(Instant now) {
    var clock = new SettableClock();
    clock.set(now);
    var source = DelegatingDataSource.unwrapDataSource(HOUSE.bean(DataSource.class));
    var builder = TestHelper.createManualScheduler(source, HOUSE.bean(Timers.class).task());
    builder.serializer(Timers.TEXT);
    return builder.clock(clock).build();
  }
}
