package travel.opslayer.capability.late;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.trip.ExtraNight;
import travel.opslayer.trip.ExtraNightRepository;

/** Somebody agrees to a night beyond the plan. */
@Singleton
final class NightApproval implements Approvable {

  static final String ACTION = "extra_night";

  private final ExtraNightRepository rows;
  private final Conversations conversations;

  NightApproval(ExtraNightRepository rows, Conversations conversations) {
    this.rows = rows;
    this.conversations = conversations;
  }

  @Override
  public boolean isAbout(Approval approval) {
    return approval.action().equals(ACTION);
  }

  /** All that matters of it: another number is another request. */
  static String content(ExtraNight it) {
    return "%s on %s: %d for %s".formatted(it.code(), it.trip(), it.nights(), it.party());
  }

  @Override
  public String content(ActionCall call, Approval approval) {
    return meant(call, approval)
        .filter(it -> it.state().equals(ExtraNight.ASKED))
        .map(NightApproval::content)
        .orElse("nothing is asked");
  }

  @Override
  public ActionResult approved(ActionCall call, Approval approval) {
    return moved(call, approval);
  }

  @Override
  public ActionResult rejected(ActionCall call, Approval approval) {
    return moved(call, approval);
  }

  @Override
  public ActionResult asked(ActionCall call, Approval approval) {
    return meant(call, approval)
        .map(it -> about(call, it))
        .orElseGet(() -> ActionResult.about(approval.subject()));
  }

  @Override
  public Glance glance(ActionCall call, Approval approval) {
    return meant(call, approval)
        .map(it -> new Glance("extra night", "%s: %d".formatted(it.trip(), it.nights())))
        .orElseGet(() -> Approvable.super.glance(call, approval));
  }

  private Optional<ExtraNight> meant(ActionCall call, Approval approval) {
    return rows.byCode(call.sql(), call.tenant(), approval.subject());
  }

  private ActionResult moved(ActionCall call, Approval approval) {
    return meant(call, approval)
        .flatMap(
            it ->
                Moves.to(call, "night").flatMap(to -> rows.move(call.sql(), call.tenant(), it, to)))
        .map(it -> about(call, it))
        .orElseGet(() -> asked(call, approval));
  }

  private ActionResult about(ActionCall call, ExtraNight it) {
    var worker =
        conversations.byPerson(call.sql(), call.tenant(), List.of(it.person())).stream()
            .map(one -> Nights.first(one.person().name()))
            .flatMap(Optional::stream)
            .findFirst();
    return Nights.about(ActionResult.about(it.trip()), it)
        .with("trip", it.trip())
        .with("worker", worker.orElse(null));
  }
}
