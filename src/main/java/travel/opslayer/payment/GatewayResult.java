package travel.opslayer.payment;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a call to a payment provider.
 *
 * @param <T> what it is about
 */
public sealed interface GatewayResult<T> {

  /** It is done, now or when it was asked for the first time. */
  record Done<T>(T value) implements GatewayResult<T> {}

  /**
   * It is not done, and will not be by asking again.
   *
   * @param code the provider's word, or ours where it never left
   * @param detail a sentence for a person
   */
  record Rejected<T>(String code, String detail) implements GatewayResult<T> {}

  /** It is not done, and may be later: the provider is down or throttles, or was not reached. */
  record TryLater<T>(String code, String detail) implements GatewayResult<T> {}

  /** Nobody knows whether it is done. */
  record Unknown<T>(String what) implements GatewayResult<T> {}

  /** What it is about, when it is done. */
  default Optional<T> done() {
    return this instanceof Done<T>(var value) ? Optional.of(value) : Optional.empty();
  }

  /** What follows when it is done; all else stays as it is. */
  default <R> GatewayResult<R> then(Function<T, GatewayResult<R>> next) {
    return switch (this) {
      case Done<T>(var value) -> next.apply(value);
      case Rejected<T>(var code, var detail) -> new Rejected<>(code, detail);
      case TryLater<T>(var code, var detail) -> new TryLater<>(code, detail);
      case Unknown<T>(var what) -> new Unknown<>(what);
    };
  }
}
