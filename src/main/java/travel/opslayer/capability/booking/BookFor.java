package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;

/** The same for a customer who has said yes to a colleague, such as on the telephone. */
@Singleton
final class BookFor implements ActionHandler {

  private final AcceptQuote accept;

  BookFor(AcceptQuote accept) {
    this.accept = accept;
  }

  @Override
  public String name() {
    return "book_for";
  }

  @Override
  public ActionResult run(ActionCall call) {
    return accept.run(call);
  }
}
