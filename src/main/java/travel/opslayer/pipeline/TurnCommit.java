package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import travel.opslayer.conversation.Conversations.LaneTurn;
import travel.opslayer.conversation.Conversations.Opened;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Desk;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.outbox.Draft;
import travel.opslayer.outbox.Outbox;
import travel.opslayer.pipeline.Acting.Acted;
import travel.opslayer.pipeline.Telling.Told;

/**
 * Writes down all that came of a batch of turns, set by set, at the end of its one transaction. The
 * inbox comes last: it refuses when another worker has taken a contact over.
 */
@Singleton
final class TurnCommit {

  private final Books books;
  private final SetTimers timers;
  private final Outbox outbox;
  private final Inbox inbox;

  TurnCommit(Books books, SetTimers timers, Outbox outbox, Inbox inbox) {
    this.books = books;
    this.timers = timers;
    this.outbox = outbox;
    this.inbox = inbox;
  }

  void save(Sql sql, Opened opened, List<Told> told, Desk desk) {
    var tenant = desk.tenant().id();
    var turns = opened.turns().stream().map(LaneTurn::turn).toList();
    if (!turns.isEmpty()) {
      books.people(sql, tenant, turns, languages(told));
      books.messages(sql, tenant, turns, told, desk.now());
      var set = timers.set(sql, told, desk);
      books.decisions(sql, tenant, told, set, desk.now());
      books.timeline(sql, tenant, told, desk.now());
      books.audit(sql, tenant, told, desk.now());
      outbox.put(sql, tenant, drafts(told, desk), desk.now());
    }
    var finished = new ArrayList<>(opened.idle());
    opened.turns().forEach(it -> finished.add(it.finished()));
    if (!finished.isEmpty()) {
      inbox.finish(sql, tenant, finished);
    }
    told.forEach(it -> next(it.acted(), desk));
  }

  /** What follows is kept like a timer that is due: the next turn of this contact decides it. */
  private void next(Acted acted, Desk desk) {
    if (acted.isDone()) {
      var lane = HexFormat.of().parseHex(acted.asked().turn().contact().lane());
      for (var it : acted.result().next()) {
        inbox.keepDue(desk.tenant().id(), it.event(), it.about(), desk.now(), lane);
      }
    }
  }

  private static Map<UUID, String> languages(List<Told> told) {
    var languages = new HashMap<UUID, String>();
    for (var it : told) {
      var asked = it.acted().asked();
      var person = asked.turn().contact().person();
      var spoken = asked.understanding().language();
      if (person.language() == null && spoken != null && asked.turn().timer().isEmpty()) {
        languages.put(person.id(), spoken);
      }
    }
    return languages;
  }

  private static List<Draft> drafts(List<Told> told, Desk desk) {
    return told.stream()
        .flatMap(it -> it.said().stream())
        .map(
            it ->
                new Draft(
                    it.id(),
                    desk.now(),
                    it.to().channel(),
                    it.to().id(),
                    it.to().person().id(),
                    it.category()))
        .toList();
  }
}
