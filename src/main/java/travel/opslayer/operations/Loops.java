package travel.opslayer.operations;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.inbox.InboxWorker;
import travel.opslayer.media.file.MediaWorker;
import travel.opslayer.outbox.OutboxWorker;
import travel.opslayer.outbox.StatusWorker;
import travel.opslayer.payment.till.PaymentWorker;
import travel.opslayer.pipeline.LastRules;
import travel.opslayer.pipeline.OtherNodes;
import travel.opslayer.reply.TemplateShelf;
import travel.opslayer.timer.Timers;
import travel.opslayer.worker.Bell;
import travel.opslayer.worker.Loop;
import travel.opslayer.worker.Wake;
import travel.opslayer.worker.Worker;

/**
 * Sets the workers going. Compiling the rules takes seconds on a cold machine, and messages are
 * kept meanwhile: so the rules are loaded beside the start, and turns begin when they are in force.
 */
@Singleton
@Order(100) // after the opening
@Requires(property = "opslayer.workers", notEquals = "false")
final class Loops implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Loops.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A folder is taken when two looks see the same: its authors wait for both. */
  private static final int LOOK_MILLIS = 500;

  private final Crew crew;
  private final Wake wake;
  private final RuleFolder folder;
  private final RuleShelf shelf;
  private final Timers timers;
  private final LastRules last;
  private final OtherNodes nodes;
  private final List<Loop> loops = new CopyOnWriteArrayList<>();
  private final Persistence persistence = new Persistence();
  private final Thread opening =
      Thread.ofPlatform().name("rules").daemon().unstarted(this::openForTurns);

  /** Everybody who works. */
  @Singleton
  record Crew(
      InboxWorker inbox,
      OutboxWorker outbox,
      StatusWorker statuses,
      TemplateShelf templates,
      PaymentWorker payments,
      MediaWorker media,
      FreedSeats seats,
      NearTrips trips,
      SilentTrips silences,
      EndedTrips ended,
      Broadcasting broadcasts,
      Housekeeping housekeeping) {}

  Loops(
      Crew crew,
      Wake wake,
      RuleFolder folder,
      RuleShelf shelf,
      Timers timers,
      LastRules last,
      OtherNodes nodes) {
    this.crew = crew;
    this.wake = wake;
    this.folder = folder;
    this.shelf = shelf;
    this.timers = timers;
    this.last = last;
    this.nodes = nodes;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    start(crew.outbox(), Bell.SENDING, 200);
    // Nobody waits for a report, and hundreds are applied as easily as one.
    start(new Unhurried("statuses", crew.statuses(), 500), Bell.ROUNDS, 200);
    start(crew.templates(), Bell.ROUNDS, 1000);
    start(crew.payments(), Bell.ROUNDS, 1000);
    start(crew.media(), Bell.ROUNDS, 500);
    start(crew.seats(), Bell.ROUNDS, 1000);
    start(crew.broadcasts(), Bell.ROUNDS, 500);
    start(new Unhurried("near trips", crew.trips(), Integer.MAX_VALUE), Bell.ROUNDS, 10_000);
    start(new Unhurried("silent trips", crew.silences(), Integer.MAX_VALUE), Bell.ROUNDS, 10_000);
    start(new Unhurried("ended trips", crew.ended(), Integer.MAX_VALUE), Bell.ROUNDS, 30_000);
    start(crew.housekeeping(), Bell.ROUNDS, 60_000);
    opening.start();
  }

  private void openForTurns() {
    if (!persistence.until(this::takeRules, PAUSE)) {
      return;
    }
    if (!shelf.isFilled()) {
      LOG.error("No message is answered until the rules are mended. They are all kept.");
    }
    start(new RulesWorker(folder, nodes, last, shelf), Bell.ROUNDS, LOOK_MILLIS);
    var turns = new Turns(crew.inbox(), shelf);
    start(turns, Bell.TURNS, 200);
    // Two who share the work make two small batches of one, which cost more. So the second takes
    // one now and then: enough when a slow turn holds up the first.
    start(new Unhurried("inbox relief", turns, Integer.MAX_VALUE), Bell.ROUNDS, 200);
    timers.start();
  }

  private void takeRules() {
    last.holdBack();
    nodes.join();
    folder.load();
    if (!shelf.isFilled()) {
      last.restore();
    }
    if (!shelf.isFilled()) {
      folder.takePlanned();
    }
  }

  private void start(Worker worker, Bell bell, long pauseMillis) {
    loops.add(new Loop(worker, wake, bell, pauseMillis));
  }

  @PreDestroy
  void stop() {
    persistence.end();
    opening.interrupt();
    loops.forEach(Loop::close);
  }

  /** Turns, once there are rules. */
  private record Turns(InboxWorker inbox, RuleShelf shelf) implements Worker {

    @Override
    public String name() {
      return inbox.name();
    }

    @Override
    public int runOnce() {
      return shelf.isFilled() ? inbox.runOnce() : 0;
    }
  }

  /**
   * Looks at its own pace, and at once again only when it found very much.
   *
   * @param much so many
   */
  private record Unhurried(String name, Worker worker, int much) implements Worker {

    @Override
    public int runOnce() {
      var done = worker.runOnce();
      return done < much ? 0 : done;
    }
  }
}
