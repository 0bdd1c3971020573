package travel.opslayer.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import travel.opslayer.channel.Line;

/** One webhook call on its way into the database, read and sealed. */
record Delivery(
    Line line,
    UUID id,
    Instant at,
    byte[] sealed,
    List<Kept> events,
    List<KeptStatus> statuses,
    CompletableFuture<Void> stored) {

  @Override
  public String toString() {
    return "delivery " + id;
  }
}
