package travel.opslayer.action;

import travel.opslayer.approval.Approval;

/**
 * Something that others may have to agree to. Every bean of this type is found by the container, so
 * that whoever counts the votes need not know what they are about.
 */
public interface Approvable {

  boolean isAbout(Approval approval);

  /** What is asked, as it is now: another text is another request, and votes do not count. */
  String content(ActionCall call, Approval approval);

  /** It was agreed to: done in the same transaction as the vote. */
  ActionResult approved(ActionCall call, Approval approval);

  ActionResult rejected(ActionCall call, Approval approval);

  /** Nobody has decided in time. */
  default ActionResult unanswered(ActionCall call, Approval approval) {
    return rejected(call, approval);
  }

  /** Whoever asked has taken it back. */
  default ActionResult withdrawn(ActionCall call, Approval approval) {
    return rejected(call, approval);
  }

  /** It in a line, for lists. */
  default Glance glance(ActionCall call, Approval approval) {
    return new Glance(approval.action(), approval.subject());
  }

  /**
   * What is asked, for whoever reads many.
   *
   * @param what such as: discount 8 %; short, for a button
   * @param about such as: Priya, EBC-0315 x3, -USD 348
   */
  record Glance(String what, String about) {

    /** Never the words: they name people, and this may reach a log. */
    @Override
    public String toString() {
      return "glance";
    }
  }

  /** What texts about the request may say meanwhile. */
  ActionResult asked(ActionCall call, Approval approval);
}
