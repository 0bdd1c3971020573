package travel.opslayer.decision.releases;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.database.Database;
import travel.opslayer.decision.DecisionRepository;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.releases.RuleChange.Tried;
import travel.opslayer.decision.rows.Replay;
import travel.opslayer.worker.Trouble;

/** What new rules would have decided otherwise of late: authors see at once how far they reach. */
@Singleton
final class Lately {

  private static final Logger LOG = LoggerFactory.getLogger(Lately.class);

  /** Enough to see a slip of the hand, and decided twice in a few milliseconds. */
  private static final int NEWEST = 500;

  private final Database database;
  private final DecisionRepository decisions;

  Lately(Database database, DecisionRepository decisions) {
    this.database = database;
    this.decisions = decisions;
  }

  /** Over the newest decisions; whatever goes wrong here keeps no rules from coming into force. */
  Tried over(int tenant, Release before, Release after) {
    try {
      var newest = database.read(tenant, sql -> decisions.newest(sql, tenant, NEWEST));
      var different =
          newest.stream().filter(it -> Replay.differs(before, after, it.facts())).count();
      return new Tried(newest.size(), (int) different);
    } catch (RuntimeException e) {
      LOG.warn("New rules could not be tried on the newest decisions: {}", new Trouble(e).brief());
      return Tried.NOTHING;
    }
  }
}
