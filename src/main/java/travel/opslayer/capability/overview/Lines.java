package travel.opslayer.capability.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import travel.opslayer.action.ActionCall;

/** How moments, lengths and lists stand in a line on a phone; colleagues read English. */
final class Lines {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private Lines() {}

  static String when(ActionCall call, Instant at) {
    return at.atZone(call.desk().tenant().zone()).format(WHEN);
  }

  /** How long ago something was, in its largest unit. */
  static String ago(ActionCall call, Instant at) {
    var since = Duration.between(at, call.now());
    if (since.toDays() > 0) {
      return since.toDays() + " d";
    }
    return since.toHours() > 0 ? since.toHours() + " h" : Math.max(0, since.toMinutes()) + " min";
  }

  static String joined(List<String> parts) {
    return parts.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
  }
}
