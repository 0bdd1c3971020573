package travel.opslayer.bench;

import travel.opslayer.bench.Measured.Counts;
import travel.opslayer.bench.Measured.Cpu;
import travel.opslayer.bench.Measured.Times;

/** Measures one run: what was sent, and what everybody spent on it. */
final class Meter {

  private final Senders senders;
  private final Traffic traffic;
  private final long service;
  private final long postgres;
  private final long own = ProcessHandle.current().pid();

  Meter(Senders senders, Traffic traffic, long service, long postgres) {
    this.senders = senders;
    this.traffic = traffic;
    this.service = service;
    this.postgres = postgres;
  }

  private record Spent(double service, double postgres, double own, double all, long nanos) {}

  /** Runs, waits for every answer, and tells. */
  Measured of(String label, Runnable run) {
    senders.sent();
    senders.extra();
    var before = spent();
    run.run();
    traffic.drain();
    var after = spent();
    var messages = senders.sent();
    var counts = Counts.of(messages, senders.extra());
    var last = messages.stream().mapToLong(Message::answeredAt).max().orElse(after.nanos());
    var cpu =
        new Cpu(
            each(after.service() - before.service(), counts),
            each(after.postgres() - before.postgres(), counts),
            each(after.own() - before.own(), counts));
    var ours =
        after.service()
            - before.service()
            + after.postgres()
            - before.postgres()
            + after.own()
            - before.own();
    var wall = (after.nanos() - before.nanos()) / 1e9;
    return new Measured(
        label,
        counts,
        Math.max(1e-3, (last - before.nanos()) / 1e9),
        Times.of(messages),
        cpu,
        Math.max(0, (after.all() - before.all() - ours) / wall),
        Machine.peakMebibytes(service));
  }

  private static double each(double seconds, Counts counts) {
    return seconds * 1000 / Math.max(1, counts.acked());
  }

  private Spent spent() {
    return new Spent(
        Machine.seconds(service),
        Machine.secondsOfAll(postgres),
        Machine.seconds(own),
        Machine.busySeconds(),
        System.nanoTime());
  }
}
