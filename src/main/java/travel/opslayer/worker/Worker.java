package travel.opslayer.worker;

/** Work that is done in steps. A loop steps it in the service, a test by hand. */
public interface Worker {

  /** For the thread and the log. */
  String name();

  /**
   * Does what is due now and returns.
   *
   * @return how much was done; 0 means that there is nothing to do until somebody wakes the worker
   *     or time passes
   */
  int runOnce();
}
