package travel.opslayer.capability.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.decision.Decision;
import travel.opslayer.facts.Durations;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf.Filing;

/** How the tables say that something is filed. */
final class Filings {

  static final Duration USUAL = Duration.ofDays(30);

  private Filings() {}

  /**
   * @param decision of the call, or what it would be for this one
   * @param subject code of what it belongs to
   * @param ends of that; from now on where nobody knows
   */
  static Filing of(
      ActionCall call, Decision decision, UUID message, @Nullable String subject, Instant ends) {
    var shown = decision.situation().values().get("media_shown");
    return new Filing(
        call.person().id(),
        message,
        decision.assigned("class").orElse(shown == null ? "other" : String.valueOf(shown)),
        decision.assigned("purpose").orElse("trip"),
        roles(decision),
        subject,
        ends.plus(keep(decision)),
        decision.assigned("consent").isPresent() ? Consent.ASKED : Consent.NOT_ASKED,
        call.asked().turn().id());
  }

  static Duration keep(Decision decision) {
    return decision.assigned("keep_for").flatMap(Durations::of).orElse(USUAL);
  }

  /** What its sender is asked next: what it is, or whose. */
  static Optional<String> question(ActionCall call) {
    return call.decision().assigned("question").filter(it -> !it.equals("none"));
  }

  private static List<String> roles(Decision decision) {
    return decision.assigned("open_for").stream()
        .flatMap(it -> Stream.of(it.split("[,/\\s]+")))
        .filter(it -> !it.isBlank())
        .toList();
  }
}
