package travel.opslayer.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a lane in one go.
 *
 * @param done the events that a turn has dealt with; may be empty
 * @param turn the id of that turn
 * @param again when to look at the rest; null when nothing is left
 */
public record Finished(Lane lane, List<UUID> done, @Nullable UUID turn, @Nullable Instant again) {

  public Finished {
    done = List.copyOf(done);
  }
}
