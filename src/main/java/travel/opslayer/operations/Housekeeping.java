package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import travel.opslayer.worker.Worker;

/** What is done once a day. */
@Singleton
final class Housekeeping implements Worker {

  private final RoomRepository room;
  private final InstantSource clock;
  private @Nullable LocalDate done;

  Housekeeping(RoomRepository room, InstantSource clock) {
    this.room = room;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "housekeeping";
  }

  @Override
  public synchronized int runOnce() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (today.equals(done)) {
      return 0;
    }
    room.makeAhead(clock.instant());
    done = today;
    return 1;
  }
}
