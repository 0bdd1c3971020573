package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.crypto.Vault;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.worker.Trouble;

/** Opens stored bodies again and finds each event at its place. A body is read once a batch. */
@Singleton
final class Unpacking {

  private static final Logger LOG = LoggerFactory.getLogger(Unpacking.class);

  private final Channels channels;
  private final Vault vault;

  Unpacking(Channels channels, Vault vault) {
    this.channels = channels;
    this.vault = vault;
  }

  /**
   * @param byLane what can be answered
   * @param broken ids of what cannot be read
   */
  record Unpacked(Map<String, List<Event>> byLane, Map<String, List<UUID>> broken) {

    List<Event> of(String lane) {
      return byLane.getOrDefault(lane, List.of());
    }
  }

  Unpacked of(int tenant, List<LaneRepository.Waiting> waiting) {
    var bodies = new HashMap<UUID, List<InboundEvent>>();
    var all = new Unpacked(new HashMap<>(), new HashMap<>());
    for (var row : waiting) {
      try {
        var event = open(tenant, row, bodies);
        all.byLane().computeIfAbsent(row.lane(), ignored -> new ArrayList<>()).add(event);
      } catch (MalformedPayload | RuntimeException e) { // a foreign payload, or a key that is gone
        LOG.warn("The event {} can no longer be read: {}", row.id(), new Trouble(e));
        all.broken().computeIfAbsent(row.lane(), ignored -> new ArrayList<>()).add(row.id());
      }
    }
    return all;
  }

  private Event open(int tenant, LaneRepository.Waiting row, Map<UUID, List<InboundEvent>> bodies)
      throws MalformedPayload {
    var happening =
        row.kind().equals("timer")
            ? new Event.Happening.Due(row.topic(), row.subject())
            : new Event.Happening.Heard(message(tenant, row, bodies));
    return new Event(
        row.id(), row.channel(), row.occurredAt(), row.receivedAt(), row.attempts(), happening);
  }

  private InboundEvent.Message message(
      int tenant, LaneRepository.Waiting row, Map<UUID, List<InboundEvent>> bodies)
      throws MalformedPayload {
    if (row.bodyId() == null || row.body() == null) {
      throw new IllegalStateException("The body of event %s is gone.".formatted(row.id()));
    }
    var events = bodies.get(row.bodyId());
    if (events == null) {
      var body = vault.open(tenant, "webhook_bodies.body", row.body());
      events = channels.of(row.channel()).channel().parse(body);
      bodies.put(row.bodyId(), events);
    }
    return (InboundEvent.Message) events.get(row.place());
  }
}
