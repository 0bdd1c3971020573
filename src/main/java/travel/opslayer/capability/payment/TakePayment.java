package travel.opslayer.capability.payment;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.sale.BookingTalk;

/**
 * A provider says something new about a payment. What came in is written into the ledger, once;
 * what becomes of booking and payment, and whether it goes back, the rules say.
 */
@Factory
final class TakePayment {

  /** The deposit, or all of it, in time. */
  @Singleton
  ActionHandler takeDeposit(Till till) {
    return new Take("take_deposit", till, "The deposit was paid.");
  }

  /** Too little for the deposit, or the rest of a confirmed booking. */
  @Singleton
  ActionHandler takePart(Till till) {
    return new Take("take_part", till, "A payment came.");
  }

  /**
   * The same sum once more, or for what is not booked any more: it is asked whether it goes back.
   */
  @Singleton
  ActionHandler takeTwice(Till till) {
    return new Take("take_twice", till, "A payment came that nobody had asked for.");
  }

  /** The seats were not held any more when it came. */
  @Singleton
  ActionHandler takeLate(Till till) {
    return new Take("take_late", till, "A payment came after the seats were free again.");
  }

  /** In another currency: nothing is booked, somebody looks. */
  @Singleton
  ActionHandler takeWrong(Till till) {
    return new Take("take_wrong", till, "A payment came in another currency.");
  }

  /** On its way, failed, closed: no money has moved. */
  @Singleton
  ActionHandler notePayment(Till till) {
    return new Take("note_payment", till, "The provider says how it stands.");
  }

  /** Money went back that nobody here has agreed to: it is counted, and somebody looks. */
  @Singleton
  ActionHandler noteOutside(Till till) {
    return new Take("note_outside", till, "Money went back at the provider.");
  }

  /** Late, and confirmed after all: what every traveller gets. */
  @Singleton
  ActionHandler sendKit(BookingTalk talk) {
    return new Kit(talk);
  }

  private record Kit(BookingTalk talk) implements ActionHandler {

    @Override
    public String name() {
      return "send_kit";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return talk.meant(call)
          .map(it -> talk.about(call, it))
          .orElseGet(() -> ActionResult.about(call.asked().subject()));
    }
  }

  private record Take(String name, Till till, String line) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return till.take(call, line);
    }
  }
}
