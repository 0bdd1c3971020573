package travel.opslayer.approval;

/** What became of a word for or against a request. */
public sealed interface Vote {

  /** It counts, and more are needed. */
  record Counted(Approval approval, int needed) implements Vote {}

  /** It was the last that was needed. */
  record Decided(Approval approval) implements Vote {}

  /** It does not count, and the request is as it was. */
  record NotCounted(Approval approval, Why why) implements Vote {}

  /** Why not. */
  enum Why {
    OWN_REQUEST,
    WRONG_ROLE,
    /** What was asked for is not the same any more. */
    CHANGED,
    /** It was decided or taken back before, or its time is over. */
    OVER,
    VOTED_ALREADY
  }
}
