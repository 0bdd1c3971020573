package travel.opslayer.operations;

import travel.opslayer.decision.RuleFolder;
import travel.opslayer.pipeline.OtherNodes;
import travel.opslayer.worker.Worker;

/** A look at the folder and at other nodes a second, however often the bell rings. */
final class RulesWorker implements Worker {

  private static final long SECOND = 1_000_000_000L;

  private final RuleFolder folder;
  private final OtherNodes nodes;
  private long last = System.nanoTime() - SECOND;

  RulesWorker(RuleFolder folder, OtherNodes nodes) {
    this.folder = folder;
    this.nodes = nodes;
  }

  @Override
  public String name() {
    return folder.name();
  }

  /** Other nodes are followed though something goes wrong with the folder here. */
  @Override
  public int runOnce() {
    if (System.nanoTime() - last < SECOND) {
      return 0;
    }
    last = System.nanoTime();
    try {
      folder.runOnce();
    } finally {
      nodes.runOnce();
    }
    return 0;
  }
}
