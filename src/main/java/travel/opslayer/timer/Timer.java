package travel.opslayer.timer;

import java.time.Instant;
import java.util.HexFormat;
import travel.opslayer.inbox.Inbox;

/** One timer, as its row has it. */
record Timer(int tenant, String name, String subject, Instant dueAt, byte[] lane) {

  static Timer of(String text) {
    var parts = text.split("\\|");
    return new Timer(
        Integer.parseInt(parts[0]),
        parts[1],
        parts[2],
        Instant.parse(parts[3]),
        HexFormat.of().parseHex(parts[4]));
  }

  /** Of another time is another timer: the one that comes back may still be in its row. */
  String id() {
    return of(tenant, name, subject) + '|' + dueAt;
  }

  static String of(int tenant, String name, String subject) {
    return tenant + "|" + name + '|' + subject;
  }

  String text() {
    return id() + '|' + HexFormat.of().formatHex(lane);
  }

  void into(Inbox inbox) {
    inbox.keepDue(tenant, name, subject, dueAt, lane);
  }

  @Override
  public String toString() {
    return id();
  }
}
