package travel.opslayer.travelcore;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a command.
 *
 * @param <T> what it is about
 */
public sealed interface CoreResult<T> {

  /** It is done, now or when it was asked for the first time. */
  record Done<T>(T value) implements CoreResult<T> {}

  /**
   * It is not done, and will not be.
   *
   * @param detail what a person needs to go on, such as the seats that are left; empty for none
   */
  record Rejected<T>(Why why, String detail) implements CoreResult<T> {}

  /** Nobody knows whether it is done: look before you ask again. */
  record Unknown<T>(String what) implements CoreResult<T> {}

  /** This travel system cannot do it. */
  record Unsupported<T>(String capability) implements CoreResult<T> {}

  /** Why not. */
  enum Why {
    NOT_FOUND,
    /** A number or state that makes no sense. */
    INVALID,
    /** Too few seats; the detail is how many are left. */
    SOLD_OUT,
    /** Not on sale. */
    CLOSED,
    /** Too late to book. */
    CUTOFF,
    /** There are seats, and people wait for them. */
    WAITLIST_ONLY,
    /** The seats are no longer held. */
    HOLD_GONE,
    /** Its state does not allow it; the detail is the state. */
    NOT_CHANGEABLE,
    /** The same command was given with another content. */
    IDEMPOTENCY_MISMATCH
  }

  /** What it is about, when it is done. */
  default Optional<T> done() {
    return this instanceof Done<T>(var value) ? Optional.of(value) : Optional.empty();
  }

  /** The same about something else. */
  default <R> CoreResult<R> map(Function<T, R> other) {
    return then(it -> new Done<>(other.apply(it)));
  }

  /** What becomes of the next command, which is given only when this one is done. */
  default <R> CoreResult<R> then(Function<T, CoreResult<R>> next) {
    return switch (this) {
      case Done<T>(var value) -> next.apply(value);
      case Rejected<T>(var why, var detail) -> new Rejected<>(why, detail);
      case Unknown<T>(var what) -> new Unknown<>(what);
      case Unsupported<T>(var capability) -> new Unsupported<>(capability);
    };
  }
}
