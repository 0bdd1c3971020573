package travel.opslayer.capability.assign;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.assign.AssignFact.Says;
import travel.opslayer.facts.Asked;
import travel.opslayer.message.Content;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.trip.Duty;

/** What a colleague says about who works on a trip. */
final class Heard {

  private static final Set<String> TAPS =
      Set.of(
          "offer_job",
          "show_candidates",
          "show_later",
          "ask_override",
          "why_override",
          "accept_job",
          "decline_job",
          "ask_job",
          "keep_job");

  private static final Set<String> CLOCK =
      Set.of("job_ends", "job_open", "job_unfilled", "trip_overfull");

  private Heard() {}

  /** May it be about who works on a trip? */
  static boolean concerns(Asked asked) {
    var turn = asked.turn();
    if (turn.timer().isPresent()) {
      return CLOCK.contains(turn.timer().get().name()) || about(asked, "AP-").isPresent();
    }
    return turn.contact().person().isStaff()
        && (says(asked) != null
            || tap(asked).isPresent()
            || about(asked, "AS-").isPresent()
            || about(asked, "AP-").isPresent()
            || isShort(asked));
  }

  static Optional<String> about(Asked asked, String series) {
    return Optional.ofNullable(asked.subject()).filter(it -> it.startsWith(series));
  }

  static @Nullable Says says(Asked asked) {
    var words = asked.understanding();
    var notes = words.notes();
    if (notes.contains("assign")) {
      return Says.ASSIGN;
    }
    if (notes.contains("take_job") || words.wishes().contains("accept")) {
      return Says.ACCEPT;
    }
    if (notes.contains("cannot_come") || words.wishes().contains("cancel")) {
      return Says.CANNOT;
    }
    if (notes.contains("no")) {
      return Says.NO;
    }
    if (notes.contains("cannot")) {
      return Says.PERHAPS_CANNOT;
    }
    return isSign(asked) ? Says.SIGN : null;
  }

  /** A thumb under an offer, or ok to it. A reaction that is taken back says nothing. */
  private static boolean isSign(Asked asked) {
    var reacts =
        asked.turn().messages().stream()
            .anyMatch(it -> it.content() instanceof Content.Reaction r && r.emoji() != null);
    return reacts || asked.quotesUs() && asked.understanding().onlyCourtesy();
  }

  /** Few words, such as a name, or the card of somebody. */
  static boolean isShort(Asked asked) {
    var words = asked.understanding();
    return asked.turn().tap().isEmpty()
        && (!asked.turn().bubbles().isEmpty() || !cards(asked).isEmpty())
        && words.words() <= 3
        && words.wishes().isEmpty();
  }

  static Optional<String> tap(Asked asked) {
    return asked.turn().tap().map(it -> it.id().replaceFirst("[:@].*", "")).filter(TAPS::contains);
  }

  /** Whom a tap names: {@code offer_job:MINGMA@TRP130}, or {@code offer_job:RAM.driver@TRP130}. */
  static Optional<String> tapped(Asked asked) {
    return choice(asked).map(it -> it.replaceFirst("\\..*", ""));
  }

  private static Optional<String> choice(Asked asked) {
    return tap(asked)
        .flatMap(ignored -> asked.turn().tap())
        .map(Content.Tap::id)
        .filter(it -> it.contains(":"))
        .map(it -> it.replaceFirst("^[^:]*:", "").replaceFirst("@.*", ""));
  }

  /** As what, when they say so. */
  static Optional<String> as(Asked asked) {
    var notes = asked.understanding().notes();
    var tapped =
        choice(asked).filter(it -> it.contains(".")).map(it -> it.replaceFirst(".*\\.", ""));
    return tapped
        .filter(Set.of(Duty.ASSISTANT, Duty.DRIVER)::contains)
        .or(
            () ->
                Stream.of(Duty.ASSISTANT, Duty.DRIVER)
                    .filter(it -> notes.contains("as_" + it))
                    .findFirst());
  }

  /** The phones of those whose cards are shown, digits only. */
  static Set<String> cards(Asked asked) {
    return asked.turn().messages().stream()
        .map(InboundEvent.Message::content)
        .filter(Content.Other.class::isInstance)
        .map(Content.Other.class::cast)
        .flatMap(it -> it.phones().stream())
        .collect(Collectors.toSet());
  }

  /** The words one by one, in capitals. */
  static Set<String> words(Asked asked) {
    return asked.turn().bubbles().stream()
        .flatMap(it -> Stream.of(it.split("[^\\p{L}]+")))
        .map(it -> it.toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
