package travel.opslayer.capability.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague asks of seats or a departure: a question while something is to be decided, then
 * what was done and how it is undone. It is done once, however many choices show it.
 *
 * @param code such as OP-7
 * @param whole the turn that asked; several requests may have one
 * @param place which of them it is, 0 for the first
 * @param person who asked, and who alone can answer
 * @param departure code
 * @param seen version of the departure whose effects were shown; null when none were
 * @param customer for whom seats are held
 * @param choices codes or numbers that were offered; once done, the bookings it was done to
 * @param state queued, open, done, dropped, undone
 * @param until when the question is over; once done, when undoing is over
 * @param was the state of the departure before
 * @param told places on the waiting list whose people were told
 * @param withdrawn places whose offer was taken back
 * @param offerUntil how long that offer would have run
 * @param version goes up with every change of what was shown
 */
record Request(
    UUID id,
    String code,
    UUID whole,
    int place,
    UUID person,
    String action,
    @Nullable String departure,
    @Nullable Integer seen,
    @Nullable UUID customer,
    @Nullable Integer party,
    List<String> choices,
    String state,
    Instant until,
    @Nullable String was,
    List<String> told,
    List<String> withdrawn,
    @Nullable Instant offerUntil,
    @Nullable Instant doneAt,
    int version) {

  static final String HOLD = "staff_hold";
  static final String RELEASE = "release_hold";
  static final String CLOSE = "close_departure";
  static final String REOPEN = "reopen_departure";

  static final String QUEUED = "queued";
  static final String OPEN = "open";
  static final String DONE = "done";
  static final String DROPPED = "dropped";
  static final String UNDONE = "undone";
  static final String OVER = "over";

  Request {
    choices = List.copyOf(choices);
    told = List.copyOf(told);
    withdrawn = List.copyOf(withdrawn);
  }

  /** Its state by the clock. */
  String stateAt(Instant now) {
    var waits = state.equals(OPEN) || state.equals(QUEUED);
    return waits && !until.isAfter(now) ? OVER : state;
  }

  boolean isOpenAt(Instant now) {
    return stateAt(now).equals(OPEN);
  }

  boolean isUndoableAt(Instant now) {
    return state.equals(DONE) && until.isAfter(now);
  }

  /** The same question. */
  boolean asksTheSame(Request other) {
    return action.equals(other.action)
        && Objects.equals(departure, other.departure)
        && Objects.equals(customer, other.customer);
  }

  Request in(String state) {
    return new Request(
        id,
        code,
        whole,
        place,
        person,
        action,
        departure,
        seen,
        customer,
        party,
        choices,
        state,
        until,
        was,
        told,
        withdrawn,
        offerUntil,
        doneAt,
        version);
  }

  /** As it is asked now. */
  Request showing(@Nullable Integer seen, List<String> choices, String state, Instant until) {
    return new Request(
        id,
        code,
        whole,
        place,
        person,
        action,
        departure,
        seen,
        customer,
        party,
        choices,
        state,
        until,
        was,
        told,
        withdrawn,
        offerUntil,
        doneAt,
        version);
  }

  /** The question as it is now; in a newer version, where something else is shown. */
  Request asking(Request now) {
    var same =
        Objects.equals(seen, now.seen)
            && Objects.equals(party, now.party)
            && choices.equals(now.choices);
    return new Request(
        id,
        code,
        whole,
        place,
        person,
        action,
        now.departure,
        now.seen,
        now.customer,
        now.party,
        now.choices,
        now.state,
        now.until,
        was,
        told,
        withdrawn,
        offerUntil,
        doneAt,
        same ? version : version + 1);
  }

  /**
   * It is done, to these bookings, and can be undone until then.
   *
   * @param by with the departure, customer and party that it was done for
   */
  Request done(Request by, List<String> bookings, @Nullable String was, Instant at, Instant undo) {
    return new Request(
        id,
        code,
        whole,
        place,
        person,
        action,
        by.departure,
        seen,
        by.customer,
        by.party,
        bookings,
        DONE,
        undo,
        was,
        told,
        withdrawn,
        offerUntil,
        at,
        version);
  }

  /** With those whom it concerned. */
  Request telling(List<String> told, List<String> withdrawn, @Nullable Instant offerUntil) {
    return new Request(
        id,
        code,
        whole,
        place,
        person,
        action,
        departure,
        seen,
        customer,
        party,
        choices,
        state,
        until,
        was,
        told,
        withdrawn,
        offerUntil,
        doneAt,
        version);
  }
}
