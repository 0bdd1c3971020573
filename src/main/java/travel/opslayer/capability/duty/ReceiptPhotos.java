package travel.opslayer.capability.duty;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.capability.duty.ReceiptSteps.Desk;
import travel.opslayer.capability.duty.Shifts.Shift;
import travel.opslayer.trip.Expense;

/** What was paid is told twice, by words and by the picture of its bill, and is paid once. */
@Factory
final class ReceiptPhotos {

  /** The picture that was asked for. */
  @Singleton
  ActionHandler showReceipt(Desk desk) {
    return ActionHandler.of(
        "show_receipt", call -> desk.talk().on(call, it -> shown(call, it, desk)));
  }

  /** The same words once more: noted already. */
  @Singleton
  ActionHandler sameReceipt(Desk desk) {
    return ActionHandler.of(
        "same_receipt", call -> desk.talk().on(call, it -> again(call, it, desk)));
  }

  private static ActionResult shown(ActionCall call, Shift shift, Desk desk) {
    var picture = DutyTalk.shown(call);
    var expense =
        picture.flatMap(
            message ->
                expense(call, desk, "expense_bare")
                    .flatMap(it -> desk.expenses().show(call.sql(), call.tenant(), it, message)));
    if (expense.isEmpty()) { // another picture came first
      return again(call, shift, desk);
    }
    var item = ReceiptSteps.shelve(call, shift.trip(), picture.orElseThrow(), desk);
    return ReceiptSteps.about(call, shift, expense.get(), desk)
        .showing("document_ends", item.code())
        .due("document_until", item.about().keepUntil());
  }

  private static ActionResult again(ActionCall call, Shift shift, Desk desk) {
    var about = desk.talk().about(call, shift);
    return expense(call, desk, "expense_code")
        .map(it -> ReceiptSteps.told(about, it))
        .orElse(about)
        .choosing("file_receipt", shift.trip().code(), "Another one", "of the same sum");
  }

  private static Optional<Expense> expense(ActionCall call, Desk desk, String fact) {
    return call.fact(fact).flatMap(it -> desk.expenses().byCode(call.sql(), call.tenant(), it));
  }
}
