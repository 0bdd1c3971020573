package travel.opslayer.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.SendResult;
import travel.opslayer.consent.Consents.Refusals;
import travel.opslayer.message.OutboundContent;

/** What may leave, in which form, and what follows from the provider's answer. */
@Singleton
final class SendPolicy {

  /** After so many tries that did not reach the provider, a person has to look. */
  private static final int TRIES = 8;

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Free text within 24 hours of their last message, the approved template otherwise. */
  OutboundContent form(Parcel parcel, Instant now) {
    var open = parcel.windowUntil() != null && now.isBefore(parcel.windowUntil());
    return open || parcel.approved() == null ? parcel.content() : parcel.approved();
  }

  boolean mayLeave(Parcel parcel, Refusals refusals) {
    return refusals.allow(parcel.category());
  }

  /**
   * @param other the line to try an alarm on that this one did not take; null when there is none
   */
  Settled settle(Parcel parcel, SendResult result, @Nullable String other, Instant now) {
    if (other != null && parcel.isAlarm() && parcel.attempts() < TRIES) {
      var refused = refusal(parcel, result);
      if (refused.isPresent()) {
        return Settled.elsewhere(
            parcel.id(), refused.get(), other, now.plus(pauseOfAlarm(parcel.attempts())));
      }
    }
    return settle(parcel, result, now);
  }

  /**
   * Why an alarm goes another way. An alarm twice is better than none, so it does when nobody knows
   * what became of it, too.
   */
  private static Optional<String> refusal(Parcel parcel, SendResult result) {
    return switch (result) {
      case SendResult.Accepted ignored -> Optional.empty();
      case SendResult.TryLater(var code, _) -> Optional.of(code);
      case SendResult.Rejected(var code, _) -> Optional.of(code).filter(it -> isFirst(parcel));
      case SendResult.Unknown(var reason) -> Optional.of(reason).filter(it -> isFirst(parcel));
    };
  }

  private static boolean isFirst(Parcel parcel) {
    return parcel.attempts() == 1;
  }

  /** The other way is tried at once; after both, it waits. */
  private static Duration pauseOfAlarm(int attempts) {
    return attempts % 2 == 1 ? Duration.ZERO : pause(attempts / 2);
  }

  private static Settled settle(Parcel parcel, SendResult result, Instant now) {
    return switch (result) {
      case SendResult.Accepted(var providerId, _) -> Settled.accepted(parcel.id(), providerId);
      case SendResult.Rejected(var code, _) -> Settled.rejected(parcel.id(), code);
      case SendResult.Unknown(var reason) -> Settled.unknown(parcel.id(), reason);
      case SendResult.TryLater(var code, _) ->
          parcel.attempts() < TRIES
              ? Settled.later(parcel.id(), code, now.plus(pause(parcel.attempts())))
              : Settled.rejected(parcel.id(), code);
    };
  }

  /** 1 s, 2 s, 4 s and so on. */
  private static Duration pause(int attempts) {
    var pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 12));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
