package travel.opslayer.action;

import java.util.Optional;
import travel.opslayer.approval.Approval;

/**
 * A request about one object that waits for it: found by the code in the request, moved when it is
 * decided, and told as it is when somebody else was faster.
 */
public abstract class ApprovableObject<T> implements Approvable {

  private final String action;

  /**
   * @param action as the request names it, such as refund
   */
  protected ApprovableObject(String action) {
    this.action = action;
  }

  protected abstract Optional<T> find(ActionCall call, String code);

  protected abstract boolean waits(T it);

  /** All that matters of it: whoever decides sees other words as another request. */
  protected abstract String words(T it);

  /** Empty when it is not to be had any more. */
  protected abstract Optional<T> agree(ActionCall call, T it);

  protected abstract Optional<T> refuse(ActionCall call, T it);

  protected abstract ActionResult about(ActionCall call, T it);

  /** The same right after it was agreed to. */
  protected ActionResult agreed(ActionCall call, T it) {
    return about(call, it);
  }

  protected abstract Glance glance(ActionCall call, T it);

  @Override
  public final boolean isAbout(Approval approval) {
    return approval.action().equals(action);
  }

  @Override
  public final String content(ActionCall call, Approval approval) {
    return meant(call, approval).filter(this::waits).map(this::words).orElse("nothing is asked");
  }

  @Override
  public final ActionResult approved(ActionCall call, Approval approval) {
    return meant(call, approval)
        .flatMap(it -> agree(call, it))
        .map(it -> agreed(call, it))
        .orElseGet(() -> asked(call, approval));
  }

  @Override
  public final ActionResult rejected(ActionCall call, Approval approval) {
    return now(call, approval, meant(call, approval).flatMap(it -> refuse(call, it)));
  }

  @Override
  public final ActionResult asked(ActionCall call, Approval approval) {
    return meant(call, approval)
        .map(it -> about(call, it))
        .orElseGet(() -> ActionResult.about(approval.subject()));
  }

  @Override
  public final Glance glance(ActionCall call, Approval approval) {
    return meant(call, approval)
        .map(it -> glance(call, it))
        .orElseGet(() -> Approvable.super.glance(call, approval));
  }

  protected final Optional<T> meant(ActionCall call, Approval approval) {
    return find(call, approval.subject());
  }

  /** As it is by now; where nothing was changed, as it was. */
  protected final ActionResult now(ActionCall call, Approval approval, Optional<T> changed) {
    return changed.map(it -> about(call, it)).orElseGet(() -> asked(call, approval));
  }
}
