package travel.opslayer.inbox;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The waiting events of one contact of one channel, leased to one worker.
 *
 * @param key blind index of channel and contact, in hex
 * @param token proves the lease; whoever has an older one may not commit
 * @param arrivals how many had come when it was leased
 * @param events in order of the provider's time, then of arrival
 */
public record Lane(String key, UUID token, long arrivals, List<Event> events) {

  /** The most bubbles of one contact that are looked at together. */
  static final int MOST = 100;

  public Lane {
    events = List.copyOf(events);
  }

  /** Whether more may wait behind these events. */
  public boolean isFull() {
    return events.size() >= MOST;
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(key);
  }
}
