package travel.opslayer.capability.broadcast;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.broadcast.BroadcastRepository;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Spread;

/**
 * "Stop broadcast", quoting none: all that are being sent, for what has left comes back no more.
 */
@Singleton
final class StopAll implements Spread {

  private final BroadcastRepository broadcasts;

  StopAll(BroadcastRepository broadcasts) {
    this.broadcasts = broadcasts;
  }

  @Override
  public List<String> subjects(Sql sql, Asked asked, Desk desk) {
    var turn = asked.turn();
    var stops =
        turn.timer().isEmpty()
            && turn.tap().isEmpty()
            && !asked.quotesUs()
            && turn.contact().person().isStaff()
            && asked.understanding().several().commands().contains("stop_broadcast");
    return stops
        ? broadcasts.running(sql, desk.tenant().id()).stream().map(Broadcast::code).toList()
        : List.of();
  }
}
