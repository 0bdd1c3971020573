package travel.opslayer.timer;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import javax.sql.DataSource;
import travel.opslayer.House;

/** Steps the timers of a house by hand: all that are due fire, one after the other. */
public final class DueTimers {

  private DueTimers() {}

  public static void fire(House house) {
    var clock = new SettableClock();
    clock.set(house.now());
    var timers = house.bean(Timers.class);
    var scheduler =
        TestHelper.createManualScheduler(
                DelegatingDataSource.unwrapDataSource(house.bean(DataSource.class)), timers.task())
            .clock(clock);
    scheduler.serializer(Timers.TEXT);
    var built = scheduler.build();
    for (var rounds = 0; rounds < 100 && timers.due() > 0; rounds++) {
      built.runAnyDueExecutions(); // it takes only so many at a time
    }
  }
}
