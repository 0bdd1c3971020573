package travel.opslayer.web.simulator;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on the wall of the office.
 *
 * @param now with the offset of the office's zone
 * @param opensAt when it opens next
 * @param ready whether rules are in force; until then messages wait
 * @param rules hash of the release in force
 * @param planned hash of good rules that wait for their day; null for none
 * @param problems of the rule folder, in words
 * @param timers the next that are due
 */
@Serdeable
record Office(
    String company,
    String zone,
    String now,
    boolean open,
    String opensAt,
    boolean ready,
    @Nullable String rules,
    @Nullable String planned,
    List<String> problems,
    List<Due> timers) {

  /** A timer that waits. */
  @Serdeable
  record Due(String timer, String subject, String at) {}
}
