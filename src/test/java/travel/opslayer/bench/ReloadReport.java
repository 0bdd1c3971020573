package travel.opslayer.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import travel.opslayer.bench.Measured.Counts;
import travel.opslayer.bench.RowCheck.Kept;
import travel.opslayer.bench.Stepper.Reload;

/** What became of messages and decisions while rules were reloaded, a line of JSON each. */
record ReloadReport(List<Reload> reloads, List<Period> periods, List<Message> messages, int extra) {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final int MOST_TOLD = 20;

  /** A part of the run, by the clock on the wall and by that of the messages. */
  record Period(String label, Instant begin, Instant end, long from, long to) {

    static Period now(String label) {
      return new Period(label, CLOCK.instant(), Instant.MAX, System.nanoTime(), 0);
    }

    Period over() {
      return new Period(label, begin, CLOCK.instant(), from, System.nanoTime());
    }

    boolean holds(Kept decision) {
      return !decision.at().isBefore(begin) && decision.at().isBefore(end);
    }

    boolean holds(Message message) {
      return message.due() >= from && message.due() < to;
    }
  }

  void print(RowCheck check) throws IOException {
    var decisions = check.decisions();
    var wrong = check.check(decisions);
    control(check, decisions);
    periods.forEach(it -> print(it, decisions));
    times("while a reload works", decisions, this::isReloading);
    times("all but the warm-up", decisions, it -> !periods.getFirst().holds(it));
    System.out.printf("{\"reloadMs\":%s}%n", Latencies.of(reloadNanos()).json());
    wrong.values().stream().limit(MOST_TOLD).forEach(System.out::println);
    var counts = Counts.of(messages, extra);
    System.out.printf(
        "{\"sent\":%d,\"acked\":%d,\"refused\":%d,\"answered\":%d,\"missing\":%d,\"extra\":%d,"
            + "\"decisions\":%d,\"reloads\":%d,\"releasesThatDecided\":%d,\"longestAfterMs\":%d,"
            + "\"wrong\":%d}%n",
        counts.sent(),
        counts.acked(),
        counts.refused(),
        counts.answered(),
        counts.missing(),
        counts.extra(),
        decisions.size(),
        reloads.size(),
        new HashSet<>(decisions.stream().map(Kept::release).toList()).size(),
        longestAfter(decisions),
        wrong.size());
  }

  /** Had the rules that came next decided, all would be told wrong: so a mistake is seen. */
  private void control(RowCheck check, List<Kept> decisions) throws IOException {
    var mistaken =
        decisions.stream()
            .filter(it -> it.release().equals(reloads.getFirst().hash()))
            .map(it -> it.of(reloads.get(1).hash()))
            .toList();
    System.out.printf(
        "{\"mistaken\":%d,\"found\":%d}%n", mistaken.size(), check.check(mistaken).size());
  }

  private void print(Period period, List<Kept> decisions) {
    times(period.label(), decisions, period::holds);
    var answers =
        messages.stream()
            .filter(it -> period.holds(it) && it.isAnswered())
            .mapToLong(Message::answerNanos)
            .toArray();
    System.out.printf(
        "{\"period\":\"%s\",\"replyMs\":%s}%n", period.label(), Latencies.of(answers).json());
  }

  private static void times(String label, List<Kept> decisions, Predicate<Kept> which) {
    var nanos = decisions.stream().filter(which).mapToLong(it -> it.micros() * 1_000L).toArray();
    System.out.printf(
        "{\"period\":\"%s\",\"decisions\":%d,\"decisionMs\":%s}%n",
        label, nanos.length, Latencies.of(nanos).fineJson());
  }

  /** Whether it was taken while the folder was read, checked, compiled and tried. */
  private boolean isReloading(Kept decision) {
    var found = 0;
    var behind = reloads.size();
    while (found < behind) { // they are in the order of time
      var middle = (found + behind) >>> 1;
      if (reloads.get(middle).end().isBefore(decision.at())) {
        found = middle + 1;
      } else {
        behind = middle;
      }
    }
    return found < reloads.size() && !reloads.get(found).begin().isAfter(decision.at());
  }

  private long[] reloadNanos() {
    return reloads.stream()
        .mapToLong(it -> Duration.between(it.begin(), it.end()).toNanos())
        .toArray();
  }

  /** So long after others were in force a turn still began with its own. */
  private long longestAfter(List<Kept> decisions) {
    var replaced = new HashMap<String, Instant>();
    for (var i = 1; i < reloads.size(); i++) {
      replaced.put(reloads.get(i - 1).hash(), reloads.get(i).end());
    }
    return decisions.stream()
        .mapToLong(
            it ->
                Duration.between(replaced.getOrDefault(it.release(), it.at()), it.at()).toMillis())
        .max()
        .orElse(0);
  }
}
