package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.action.ActionResult;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Durations;
import travel.opslayer.pipeline.Telling.Told;
import travel.opslayer.timer.Timers;

/** Sets the timers that rules ask for, at the time that staff mean. */
@Singleton
final class SetTimers {

  private final Timers timers;

  SetTimers(Timers timers) {
    this.timers = timers;
  }

  /** A timer that was set. */
  record Set(String timer, String subject, Instant dueAt) {}

  /** By turn. A timer is for an object; without one there is nothing to remind of. */
  Map<UUID, List<Set>> set(Sql sql, List<Told> told, Desk desk) {
    var all = new HashMap<UUID, List<Set>>();
    for (var it : told) {
      var acted = it.acted();
      if (acted.result().subject() == null || !acted.isDone()) {
        continue;
      }
      var turn = acted.asked().turn();
      var lane = HexFormat.of().parseHex(turn.contact().lane());
      for (var timer : acted.decision().timers()) {
        var due = dueAt(timer.delay(), acted.result(), desk);
        if (due.isEmpty()) {
          continue; // nothing is waited for, such as a hold that there is not
        }
        var dueAt = due.get();
        var subject = subject(acted.result(), timer.timer());
        timers.set(desk.tenant().id(), timer.timer(), subject, dueAt, lane);
        all.computeIfAbsent(turn.id(), ignored -> new ArrayList<>())
            .add(new Set(timer.timer(), subject, dueAt));
      }
    }
    return all;
  }

  /** The object of the action, or another one that it has named for this timer. */
  private static String subject(ActionResult result, String timer) {
    var other = result.subjects().get(timer);
    return other == null ? Objects.requireNonNull(result.subject()) : other;
  }

  /** {@code 1 min after offer_until}, if there is such a moment; else as below. */
  static Optional<Instant> dueAt(String delay, ActionResult result, Desk desk) {
    var around = Durations.around(delay);
    return around.isEmpty()
        ? Optional.of(dueAt(delay, desk))
        : around.flatMap(
            it ->
                Optional.ofNullable(result.moments().get(it.moment()))
                    .map(at -> at.plus(it.length())));
  }

  /** {@code 5 min} or {@code 15 min after opening}. */
  private static Instant dueAt(String delay, Desk desk) {
    var from =
        Durations.isAfterOpening(delay) && !desk.office().isOpen(desk.now())
            ? desk.office().opensAfter(desk.now())
            : desk.now();
    return from.plus(
        Durations.ofDelay(delay)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "A timer cannot wait (%s). Maybe write 5 min.".formatted(delay))));
  }
}
