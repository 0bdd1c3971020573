package travel.opslayer.bench;

import java.util.List;
import java.util.Locale;

/**
 * One run.
 *
 * @param seconds from the first call to the last answer
 * @param cpu milliseconds a message: the service, PostgreSQL, this program with its stand-in
 * @param foreign processors that others kept busy
 * @param memory MiB, the most that the service has held so far
 */
record Measured(
    String label,
    Counts counts,
    double seconds,
    Times times,
    Cpu cpu,
    double foreign,
    long memory) {

  /** What became of the messages. */
  record Counts(int sent, int acked, int missing, int extra) {

    static Counts of(List<Message> messages, int extra) {
      return new Counts(
          messages.size(),
          (int) messages.stream().filter(Message::isAcked).count(),
          (int) messages.stream().filter(Message::isMissing).count(),
          extra);
    }

    int refused() {
      return sent - acked;
    }

    int answered() {
      return acked - missing;
    }
  }

  /** Until the call was acknowledged, and until the provider had the answer. */
  record Times(Latencies ack, Latencies reply) {

    static Times of(List<Message> messages) {
      return new Times(
          Latencies.of(
              messages.stream().filter(Message::isAcked).mapToLong(Message::ackNanos).toArray()),
          Latencies.of(
              messages.stream()
                  .filter(Message::isAnswered)
                  .mapToLong(Message::answerNanos)
                  .toArray()));
    }
  }

  /** Milliseconds a message. */
  record Cpu(double service, double postgres, double own) {

    double both() {
      return service + postgres;
    }
  }

  double perSecond() {
    return counts.answered() / seconds;
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"run\":\"%s\",\"sent\":%d,\"acked\":%d,\"refused\":%d,\"answered\":%d,\"missing\":%d,"
            + "\"extra\":%d,\"perSecond\":%.1f,\"ackMs\":%s,\"replyMs\":%s,"
            + "\"serviceCpuMs\":%.3f,\"postgresCpuMs\":%.3f,\"ownCpuMs\":%.3f,\"foreign\":%.2f,"
            + "\"peakMiB\":%d}",
        label,
        counts.sent(),
        counts.acked(),
        counts.refused(),
        counts.answered(),
        counts.missing(),
        counts.extra(),
        perSecond(),
        times.ack().json(),
        times.reply().json(),
        cpu.service(),
        cpu.postgres(),
        cpu.own(),
        foreign,
        memory);
  }

  static String head() {
    return """
    | run | messages/s | webhook p50 / p99 ms | reply p50 / p99 ms | CPU ms a message: service \
    + PostgreSQL (own) | refused, missing, extra | others' cores |
    | --- | --- | --- | --- | --- | --- | --- |\
    """;
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %s | %s | %.2f + %.2f (%.2f) | %d, %d, %d | %.2f |",
        label,
        perSecond(),
        times.ack().words(),
        times.reply().words(),
        cpu.service(),
        cpu.postgres(),
        cpu.own(),
        counts.refused(),
        counts.missing(),
        counts.extra(),
        foreign);
  }
}
