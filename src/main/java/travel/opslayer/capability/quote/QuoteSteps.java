package travel.opslayer.capability.quote;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/** The steps of a quote that change only the revision that is meant. */
@Factory
final class QuoteSteps {

  /** Less discount than was wished, and now. */
  @Singleton
  ActionHandler sendWithin(Quotes quotes, Offers offers, QuoteTalk talk) {
    return new Step(
        "send_within",
        "sent",
        "Sent to the customer with the discount that its author may give.",
        talk,
        (call, quote) ->
            offers
                .draft(
                    call,
                    talk.lead(call, quote).orElseThrow(),
                    quote.departure(),
                    quote.party(),
                    call.share("discount_limit").orElse(0))
                .then(it -> quotes.send(call.sql(), SaleTalk.command(call, "send"), it.id())));
  }

  @Singleton
  ActionHandler sendApproved(Quotes quotes, QuoteTalk talk) {
    return new Step(
        "send_approved",
        "sent",
        "Sent to the customer as it was approved.",
        talk,
        (call, quote) -> quotes.send(call.sql(), SaleTalk.command(call, "send"), quote.id()));
  }

  @Singleton
  ActionHandler keepSent(Quotes quotes, QuoteTalk talk) {
    return new Step(
        "keep_sent",
        "withdrawn",
        "What was sent before stays.",
        talk,
        (call, quote) ->
            quotes.withdraw(call.sql(), SaleTalk.command(call, "withdraw"), quote.id()));
  }

  @Singleton
  ActionHandler declineQuote(Quotes quotes, QuoteTalk talk) {
    return new Step(
        "decline_quote",
        "declined",
        "The customer does not want it.",
        talk,
        (call, quote) -> quotes.decline(call.sql(), SaleTalk.command(call, "decline"), quote.id()));
  }

  /** Its time is over; when the timer comes too late for that, nothing happens. */
  @Singleton
  ActionHandler expireQuote(Quotes quotes, QuoteTalk talk) {
    return new Step(
        "expire_quote",
        "expired",
        "Its time is over.",
        talk,
        (call, quote) -> quotes.expire(call.sql(), SaleTalk.command(call, "expire"), quote.id()));
  }

  /** Another line shall be offered: asked what is other, nothing changes. */
  @Singleton
  ActionHandler editQuote(QuoteTalk talk) {
    return new EditQuote(talk);
  }

  /** What the customer can say yes to now. */
  @Singleton
  ActionHandler showQuote(QuoteTalk talk) {
    return new ShowQuote(talk);
  }

  private record EditQuote(QuoteTalk talk) implements ActionHandler {

    @Override
    public String name() {
      return "edit_quote";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return talk.meant(call)
          .map(it -> talk.about(call, it))
          .orElseGet(() -> ActionResult.about(call.asked().subject()));
    }
  }

  private record ShowQuote(QuoteTalk talk) implements ActionHandler {

    @Override
    public String name() {
      return "show_quote";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = talk.meant(call);
      if (meant.isEmpty()) {
        return ActionResult.about(call.asked().subject());
      }
      var old = talk.about(call, meant.get());
      return talk.current(call, meant.get().code())
          .filter(it -> !it.id().equals(meant.get().id()))
          .map(
              it ->
                  talk.about(call, it)
                      .with("before", old.values().get("total"))
                      .with("dearer", it.totalMinor() > meant.get().totalMinor() ? "yes" : null)
                      .with("cheaper", it.totalMinor() < meant.get().totalMinor() ? "yes" : null))
          .orElse(old);
    }
  }

  /**
   * @param to the state that the rules must have sent the revision to: anything else is undeclared
   */
  private record Step(
      String name,
      String to,
      String line,
      QuoteTalk talk,
      BiFunction<ActionCall, Quote, CoreResult<Quote>> command)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var meant = talk.meant(call);
      if (meant.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("refused/nobody_permits");
      }
      var quote = meant.get();
      return Moves.move(
          call,
          "quote",
          to,
          talk.about(call, quote).with("state", quote.stateAt(call.now())),
          () -> command.apply(call, quote).done().map(it -> done(call, it)));
    }

    private ActionResult done(ActionCall call, Quote quote) {
      talk.lead(call, quote).ifPresent(it -> talk.moveLead(call, it));
      return talk.about(call, quote).noting(to, line);
    }
  }
}
