package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.trip.Expense;
import travel.opslayer.trip.ExpenseRepository;

/** Somebody agrees to pay what the crew has spent. */
@Singleton
final class ExpenseApproval implements Approvable {

  static final String EXPENSE = "expense";

  private final ExpenseRepository expenses;
  private final Shifts shifts;
  private final DutyTalk talk;

  ExpenseApproval(ExpenseRepository expenses, Shifts shifts, DutyTalk talk) {
    this.expenses = expenses;
    this.shifts = shifts;
    this.talk = talk;
  }

  @Override
  public boolean isAbout(Approval approval) {
    return approval.action().equals(EXPENSE);
  }

  static String content(Expense it) {
    return "%s: %s, %s %s minor".formatted(it.code(), it.kind(), it.currency(), it.amountMinor());
  }

  @Override
  public String content(ActionCall call, Approval approval) {
    return meant(call, approval)
        .filter(it -> it.state().equals(Expense.PENDING))
        .map(ExpenseApproval::content)
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

  /** What was paid was paid: it waits until somebody decides. */
  @Override
  public ActionResult unanswered(ActionCall call, Approval approval) {
    return asked(call, approval);
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
        .map(
            it ->
                new Glance(
                    String.format(Locale.ENGLISH, "%s %,d", it.kind(), minor(it) / 100),
                    "%s: %s".formatted(it.trip(), talk.name(call, it.person()).orElse("crew"))))
        .orElseGet(() -> Approvable.super.glance(call, approval));
  }

  private static long minor(Expense it) {
    return it.amountMinor() == null ? 0 : it.amountMinor();
  }

  private Optional<Expense> meant(ActionCall call, Approval approval) {
    return expenses.byCode(call.sql(), call.tenant(), approval.subject());
  }

  private ActionResult moved(ActionCall call, Approval approval) {
    return meant(call, approval)
        .flatMap(
            it ->
                Moves.to(call, EXPENSE)
                    .flatMap(
                        to ->
                            expenses.move(
                                call.sql(), call.tenant(), it, to, it.kind(), it.amountMinor())))
        .map(it -> about(call, it))
        .orElseGet(() -> asked(call, approval));
  }

  private ActionResult about(ActionCall call, Expense it) {
    var about =
        shifts
            .trip(call.sql(), call.tenant(), it.trip())
            .map(trip -> talk.about(call, trip))
            .orElseGet(() -> ActionResult.about(it.trip()));
    return ReceiptSteps.told(about, it).with("worker", talk.name(call, it.person()).orElse(null));
  }
}
