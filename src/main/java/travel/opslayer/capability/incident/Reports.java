package travel.opslayer.capability.incident;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.incident.Report;
import travel.opslayer.incident.ReportRepository;
import travel.opslayer.message.Content;
import travel.opslayer.message.InboundEvent;

/** Keeps what was said and shown, each message by itself. */
@Singleton
final class Reports {

  /** What was shown so long before is of something else. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final ReportRepository rows;

  Reports(ReportRepository rows) {
    this.rows = rows;
  }

  /**
   * @param incident null while nobody knows what it is about
   */
  void keep(ActionCall call, @Nullable UUID incident, @Nullable String trip) {
    var turn = call.asked().turn();
    var messages = turn.messages();
    IntStream.range(0, messages.size())
        .forEach(
            i -> {
              var message = messages.get(i);
              var report =
                  new Report(
                      call.id("report " + i),
                      incident,
                      trip,
                      call.person().id(),
                      message.content().kind(),
                      note(message.content()),
                      turn.eventIds().get(i),
                      sentAt(call, message));
              rows.add(call.sql(), call.tenant(), report, call.now());
            });
  }

  /** What they have shown before, and nobody has explained, belongs to this. */
  void explain(ActionCall call, UUID incident) {
    var since = call.now().minus(FRESH);
    rows.explain(call.sql(), call.tenant(), call.person().id(), incident, since);
  }

  boolean isUnexplained(ActionCall call) {
    var since = call.now().minus(FRESH);
    return !rows.unexplained(call.sql(), call.tenant(), call.person().id(), since).isEmpty();
  }

  /** When the first message of the turn was written; never after it came. */
  static Instant happened(ActionCall call) {
    return call.asked().turn().messages().stream()
        .map(it -> sentAt(call, it))
        .min(Instant::compareTo)
        .filter(it -> it.isBefore(call.now()))
        .orElse(call.now());
  }

  private static Instant sentAt(ActionCall call, InboundEvent.Message message) {
    var sent = message.sentAt();
    return sent == null ? call.now() : sent;
  }

  private static @Nullable String note(Content content) {
    if (content instanceof Content.Place place) {
      return String.format(Locale.ROOT, "%.4f, %.4f", place.latitude(), place.longitude());
    }
    return content.words().isBlank() ? null : content.words();
  }
}
