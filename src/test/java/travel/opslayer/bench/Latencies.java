package travel.opslayer.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times in milliseconds. */
record Latencies(double p50, double p95, double p99, double max) {

  static Latencies of(long[] nanos) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(at(sorted, .5), at(sorted, .95), at(sorted, .99), at(sorted, 1));
  }

  private static double at(long[] sorted, double part) {
    var index = (int) Math.ceil(part * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, index)] / 1e6;
  }

  String json() {
    return String.format(
        Locale.ROOT, "{\"p50\":%.2f,\"p95\":%.2f,\"p99\":%.2f,\"max\":%.2f}", p50, p95, p99, max);
  }

  /** For what takes microseconds. */
  String fineJson() {
    return String.format(
        Locale.ROOT, "{\"p50\":%.3f,\"p95\":%.3f,\"p99\":%.3f,\"max\":%.3f}", p50, p95, p99, max);
  }

  String words() {
    return String.format(Locale.ROOT, "%.1f / %.1f", p50, p99);
  }
}
