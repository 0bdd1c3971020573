package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.ApprovableObject;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.trip.Expense;
import travel.opslayer.trip.ExpenseRepository;

/** Somebody agrees to pay what the crew has spent. */
@Singleton
final class ExpenseApproval extends ApprovableObject<Expense> {

  static final String EXPENSE = "expense";

  private final ExpenseRepository expenses;
  private final Shifts shifts;
  private final DutyTalk talk;

  ExpenseApproval(ExpenseRepository expenses, Shifts shifts, DutyTalk talk) {
    super(EXPENSE);
    this.expenses = expenses;
    this.shifts = shifts;
    this.talk = talk;
  }

  static String content(Expense it) {
    return "%s: %s, %s %s minor".formatted(it.code(), it.kind(), it.currency(), it.amountMinor());
  }

  @Override
  protected Optional<Expense> find(ActionCall call, String code) {
    return expenses.byCode(call.sql(), call.tenant(), code);
  }

  @Override
  protected boolean waits(Expense it) {
    return it.state().equals(Expense.PENDING);
  }

  @Override
  protected String words(Expense it) {
    return content(it);
  }

  @Override
  protected Optional<Expense> agree(ActionCall call, Expense it) {
    return Moves.to(call, EXPENSE)
        .flatMap(
            to -> expenses.move(call.sql(), call.tenant(), it, to, it.kind(), it.amountMinor()));
  }

  @Override
  protected Optional<Expense> refuse(ActionCall call, Expense it) {
    return agree(call, it); // which of both it is, the tables of states say
  }

  /** What was paid was paid: it waits until somebody decides. */
  @Override
  public ActionResult unanswered(ActionCall call, Approval approval) {
    return asked(call, approval);
  }

  @Override
  protected Glance glance(ActionCall call, Expense it) {
    var minor = it.amountMinor() == null ? 0 : it.amountMinor();
    return new Glance(
        it.kind() + " " + DutyTalk.spoken(minor, it.currency()),
        "%s: %s".formatted(it.trip(), talk.name(call, it.person()).orElse("crew")));
  }

  @Override
  protected ActionResult about(ActionCall call, Expense it) {
    var about =
        shifts
            .trip(call.sql(), call.tenant(), it.trip())
            .map(trip -> talk.about(call, trip))
            .orElseGet(() -> ActionResult.about(it.trip()));
    return ReceiptSteps.told(about, it).with("worker", talk.name(call, it.person()).orElse(null));
  }
}
