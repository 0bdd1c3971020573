package travel.opslayer.operations;

import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.pipeline.LastRules;
import travel.opslayer.pipeline.OtherNodes;
import travel.opslayer.worker.Worker;

/** A look at the folder and at other nodes a second, however often the bell rings. */
final class RulesWorker implements Worker {

  private static final long SECOND = 1_000_000_000L;

  private final RuleFolder folder;
  private final OtherNodes nodes;
  private final LastRules before;
  private final RuleShelf shelf;
  private long last = System.nanoTime() - SECOND;

  RulesWorker(RuleFolder folder, OtherNodes nodes, LastRules before, RuleShelf shelf) {
    this.folder = folder;
    this.nodes = nodes;
    this.before = before;
    this.shelf = shelf;
  }

  @Override
  public String name() {
    return folder.name();
  }

  /**
   * Other nodes are followed though something goes wrong with the folder here. While there are no
   * rules at all, those before are tried again: a text that they name may have come since.
   */
  @Override
  public int runOnce() {
    if (System.nanoTime() - last < SECOND) {
      return 0;
    }
    last = System.nanoTime();
    try {
      folder.runOnce();
      if (!shelf.isFilled()) {
        before.restore();
      }
    } finally {
      nodes.runOnce();
    }
    return 0;
  }
}
