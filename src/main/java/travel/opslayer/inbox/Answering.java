package travel.opslayer.inbox;

import java.util.List;

/**
 * What is done with waiting events. All of it happens in one transaction, which ends with {@link
 * Inbox#finish}; an exception undoes everything and the events wait on.
 */
public interface Answering {

  /**
   * @param lanes of one tenant, each of another contact
   * @return how many turns were taken
   */
  int answer(int tenant, List<Lane> lanes);
}
