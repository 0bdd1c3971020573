package travel.opslayer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What /proc says: seconds of processor time, and memory. */
final class Machine {

  private static final double TICKS = 100;
  private static final Path PROC = Path.of("/proc");

  private Machine() {}

  /** User and system time of a process, with that of the children it has buried. */
  static double seconds(long pid) {
    var fields = fields(pid);
    return fields.length < 15 ? 0 : sum(fields, 11, 14) / TICKS;
  }

  /** The same with that of its living children and theirs. */
  static double secondsOfAll(long pid) {
    var children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToDouble(it -> seconds(it.pid()));
    return seconds(pid) + children.sum();
  }

  /** Time that all processors were busy with anything. */
  static double busySeconds() {
    var fields = read(PROC.resolve("stat")).lines().findFirst().orElse("").split(" +");
    return (sum(fields, 1, 3) + sum(fields, 6, 8)) / TICKS;
  }

  /** The most memory that the process has ever held. */
  static long peakMebibytes(long pid) {
    return read(PROC.resolve(Long.toString(pid)).resolve("status"))
        .lines()
        .filter(it -> it.startsWith("VmHWM:"))
        .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** What it holds now. */
  static long mebibytes(long pid) {
    return read(PROC.resolve(Long.toString(pid)).resolve("status"))
        .lines()
        .filter(it -> it.startsWith("VmRSS:"))
        .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static String[] fields(long pid) {
    var text = read(PROC.resolve(Long.toString(pid)).resolve("stat"));
    return text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
  }

  private static double sum(String[] fields, int from, int to) {
    var sum = 0.0;
    for (var i = from; i <= to && i < fields.length; i++) {
      sum += Double.parseDouble(fields[i]);
    }
    return sum;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return ""; // the process has ended, or this is no Linux
    }
  }
}
