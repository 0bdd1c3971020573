package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.conversation.Conversations.LaneTurn;
import travel.opslayer.conversation.Distress;
import travel.opslayer.database.Database;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.inbox.Answering;
import travel.opslayer.inbox.Lane;
import travel.opslayer.pipeline.Acting.Acted;
import travel.opslayer.pipeline.Deciding.Looking;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.worker.Bell;
import travel.opslayer.worker.Wake;

/**
 * The whole way of a message, and the only place that knows it. Start reading here.
 *
 * <p>A webhook call was stored by the inbox before it was answered. Here a batch of contacts, all
 * of one tenant, is answered in one transaction: all of it is committed, or none. The outbox sends
 * what came of it, afterwards and at its own pace.
 */
@Singleton
final class MessagePipeline implements Answering {

  private final Database database;
  private final Tenants tenants;
  private final InstantSource clock;
  private final Conversations conversations;
  private final Stations stations;
  private final Wake wake;

  MessagePipeline(
      Database database,
      Tenants tenants,
      InstantSource clock,
      Conversations conversations,
      Stations stations,
      Wake wake) {
    this.database = database;
    this.tenants = tenants;
    this.clock = clock;
    this.conversations = conversations;
    this.stations = stations;
    this.wake = wake;
  }

  @Override
  public int answer(int tenant, List<Lane> lanes) {
    var cries = lanes.stream().filter(it -> it.events().stream().anyMatch(Distress::isIn)).toList();
    if (cries.isEmpty()) {
      return decided(tenant, lanes);
    }
    // A cry for help waits for no rule: it is answered beside them, and committed before the rest.
    var heard = stations.distressed().answer(tenant, cries);
    wake.ring(Bell.SENDING);
    var others = lanes.stream().filter(it -> !cries.contains(it)).toList();
    return heard + (others.isEmpty() ? 0 : decided(tenant, others));
  }

  private int decided(int tenant, List<Lane> lanes) {
    var house = stations.rules().inForce(); // taken once: a turn never sees two releases
    var desk = new Desk(tenants.get(tenant), clock.instant(), house.parameters());
    var taken =
        database.write(
            tenant,
            sql -> {
              // conversation: who writes, and which of what waits is one turn
              var opened = conversations.open(sql, desk.tenant(), lanes, house.pace(), desk.now());
              var came = opened.turns().stream().map(LaneTurn::turn).toList();
              // media: what is shown is fetched, whatever becomes of it
              stations.receiving().receive(sql, lanes, came, desk);
              // what is typed and stands on a button that they were shown is a tap
              var turns = stations.taps().heard(sql, came, house.lexicon(), desk);
              // facts: what the words say, which object is meant, what state it is in
              var asked = stations.listener().listen(sql, turns, house.lexicon(), desk);
              var answers = new ArrayList<Acted>();
              for (var round : Asked.rounds(asked)) { // one, unless a turn holds several requests
                Looking facts = it -> stations.facts().collect(sql, it, desk);
                // decision: facts in, decision out; then action: what was permitted
                stations.deciding().decide(house, round, facts).stream()
                    .map(it -> stations.acting().act(sql, it, house, desk))
                    .forEach(answers::add);
              }
              // reply: what is said, to whom, in which language
              var told = stations.telling().tell(sql, answers, desk);
              // commit: state, timeline, audit, decision, outbox, timers, inbox
              stations.commit().save(sql, opened, told, desk);
              return turns.size();
            });
    wake.ring(Bell.SENDING);
    return taken;
  }
}
