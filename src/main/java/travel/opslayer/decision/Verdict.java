package travel.opslayer.decision;

/** What one rule says. Rules only say; {@link Decision} makes one thing of it. */
public sealed interface Verdict {

  /** The sender may do this now. */
  record Permit(String action) implements Verdict {}

  /** Wins over every permit; {@code reason} names the template that tells the sender. */
  record Forbid(String action, String reason) implements Verdict {}

  /** May be done once the condition is met: approval, pin, deposit, confirmation. */
  record Require(String action, String condition) implements Verdict {}

  /** The state that the object meant goes to. Two different ones are a conflict. */
  record MoveTo(String state) implements Verdict {}

  /**
   * The state that one of the objects goes to, where an event may move several; {@code kind} such
   * as quote. Two states for one object are a conflict.
   */
  record Move(String kind, String state) implements Verdict {}

  /** What the sender is told; {@code template} is a path under {@code templates/} and language. */
  record Reply(String template) implements Verdict {}

  /** What somebody else is told. */
  record Notify(String audience, String template) implements Verdict {}

  /** A timer that comes back as an event; {@code delay} as staff write it, such as "5 min". */
  record Schedule(String timer, String delay) implements Verdict {}

  /** A named value for the facts of the next phase or for the action. */
  record Assign(String name, String value) implements Verdict {}
}
