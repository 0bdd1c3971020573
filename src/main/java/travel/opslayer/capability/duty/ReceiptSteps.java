package travel.opslayer.capability.duty;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.duty.Requests.Plea;
import travel.opslayer.capability.duty.Shifts.Shift;
import travel.opslayer.incident.ReportRepository;
import travel.opslayer.incident.ToldRepository;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.reply.Money;
import travel.opslayer.trip.Expense;
import travel.opslayer.trip.ExpenseRepository;
import travel.opslayer.trip.ExpenseRepository.Draft;
import travel.opslayer.trip.Trip;

/** Somebody of the crew has paid for something, and says how much. */
@Factory
final class ReceiptSteps {

  static final String KIND = "expense";

  /** What was shown longer ago is hardly meant. */
  private static final Duration WITHOUT_WORDS = Duration.ofMinutes(30);

  private static final Duration KEPT = Duration.ofDays(365);

  /** What all need. */
  @Singleton
  record Desk(
      ExpenseRepository expenses,
      Requests requests,
      DutyTalk talk,
      MediaShelf shelf,
      ReportRepository reports,
      ToldRepository tasks) {}

  @Singleton
  ActionHandler fileReceipt(Desk desk) {
    return new FileReceipt(desk);
  }

  @Singleton
  ActionHandler correctReceipt(Desk desk) {
    return new CorrectReceipt(desk);
  }

  private record FileReceipt(Desk desk) implements ActionHandler {

    @Override
    public String name() {
      return "file_receipt";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return desk.talk().on(call, it -> file(call, it));
    }

    private ActionResult file(ActionCall call, Shift shift) {
      var to = Moves.to(call, KIND);
      if (to.isEmpty()) {
        return Moves.stays(desk.talk().about(call, shift), "none");
      }
      var shown = DutyTalk.shown(call).or(() -> before(call));
      var item = shown.map(it -> shelve(call, shift.trip(), it, desk));
      var kind = call.fact("expense_kind").orElse("other");
      var said = call.fact("expense_amount").map(Long::valueOf);
      var draft =
          new Draft(
              shift.trip().code(),
              call.person().id(),
              kind,
              said.orElse(null),
              call.desk().parameters().fieldCurrency().getCurrencyCode(),
              shown.orElse(null));
      var expense =
          desk.expenses()
              .add(call.sql(), call.tenant(), call.id(KIND), draft, to.get(), call.now());
      var result = about(call, shift, expense, desk);
      var kept =
          item.map(
                  it ->
                      result
                          .showing("document_ends", it.code())
                          .due("document_until", it.about().keepUntil()))
              .orElse(result);
      return asked(call, kept, expense, desk);
    }

    /** A picture that came without words, a little while ago, and is now said to be a bill. */
    private Optional<UUID> before(ActionCall call) {
      return desk
          .reports()
          .unexplained(
              call.sql(), call.tenant(), call.person().id(), call.now().minus(WITHOUT_WORDS))
          .stream()
          .filter(it -> it.kind().equals("image"))
          .flatMap(it -> Optional.ofNullable(it.message()).stream())
          .reduce((first, last) -> last);
    }
  }

  private record CorrectReceipt(Desk desk) implements ActionHandler {

    @Override
    public String name() {
      return "correct_receipt";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return desk.talk().on(call, it -> correct(call, it));
    }

    /** What is said later counts, and whoever has to agree agrees to that. */
    private ActionResult correct(ActionCall call, Shift shift) {
      var meant =
          call.fact("expense_code")
              .flatMap(it -> desk.expenses().byCode(call.sql(), call.tenant(), it));
      var to = Moves.to(call, KIND);
      var said = call.fact("expense_amount").map(Long::valueOf).orElse(null);
      if (meant.isEmpty() || to.isEmpty()) {
        return Moves.stays(
            desk.talk().about(call, shift), meant.map(Expense::state).orElse("none"));
      }
      var before = meant.get();
      var kind = call.fact("expense_kind").orElse(before.kind());
      return desk.expenses()
          .move(call.sql(), call.tenant(), before, to.get(), kind, said)
          .map(it -> corrected(call, shift, before, it))
          .orElseGet(() -> Moves.stays(desk.talk().about(call, shift), before.state()));
    }

    private ActionResult corrected(ActionCall call, Shift shift, Expense before, Expense now) {
      desk.requests().takeBack(call, now.code());
      var result =
          about(call, shift, now, desk)
              .with("before", money(before))
              .with("wasAsked", before.state().equals(Expense.PENDING) ? "yes" : null)
              .noting("corrected", "%s: %s, not %s.".formatted(now.code(), sum(now), sum(before)));
      return asked(call, result, now, desk);
    }
  }

  /** The picture is a bill, for those who count the money. */
  static MediaItem shelve(ActionCall call, Trip trip, UUID message, Desk desk) {
    var keep = call.length("keep_for").orElse(KEPT);
    return desk.shelf()
        .file(
            call.sql(),
            call.tenant(),
            call.id("media " + message),
            new MediaShelf.Filing(
                call.person().id(),
                message,
                "receipt",
                "expenses",
                List.of("operations", "manager"),
                trip.code(),
                trip.endsAt().plus(keep),
                MediaItem.Consent.NOT_ASKED),
            call.now());
  }

  static ActionResult about(ActionCall call, Shift shift, Expense it, Desk desk) {
    var task = ShiftFacts.BILLS + "for " + it.kind();
    var receipt = it.receipt();
    if (receipt != null) {
      desk.tasks().done(call.sql(), call.tenant(), shift.trip().code(), task, call.now());
    }
    return told(desk.talk().about(call, shift), it)
        .noting("expense", "%s: %s %s.".formatted(it.code(), it.kind(), sum(it)));
  }

  static ActionResult told(ActionResult result, Expense it) {
    return result
        .with("expense", it.code())
        .with("kind", it.kind())
        .with("amount", money(it))
        .with("pending", it.state().equals(Expense.PENDING) ? "yes" : null)
        .with("shown", it.receipt() == null ? null : "yes");
  }

  /** Whoever has to agree is asked, when the tables say that it waits for them. */
  private static ActionResult asked(ActionCall call, ActionResult result, Expense it, Desk desk) {
    var sum = money(it);
    return !it.state().equals(Expense.PENDING) || sum == null
        ? result
        : desk.requests()
            .ask(
                call,
                result,
                new Plea(
                    it.code(),
                    ExpenseApproval.EXPENSE,
                    ExpenseApproval.content(it),
                    it.kind(),
                    sum));
  }

  static @Nullable Money money(Expense it) {
    return it.amountMinor() == null ? null : new Money(it.amountMinor(), it.currency());
  }

  private static String sum(Expense it) {
    return it.amountMinor() == null ? "no sum" : DutyTalk.spoken(it.amountMinor(), it.currency());
  }
}
