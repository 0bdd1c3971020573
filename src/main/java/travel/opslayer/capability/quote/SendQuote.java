package travel.opslayer.capability.quote;

import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.reply.Money;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/**
 * A colleague offers a trip to a customer. Whether it is sent, or stays a draft because it gives
 * more discount than they may give, the rules say.
 */
@Singleton
final class SendQuote implements ActionHandler {

  private final Quotes quotes;
  private final Offers offers;
  private final QuoteTalk talk;

  SendQuote(Quotes quotes, Offers offers, QuoteTalk talk) {
    this.quotes = quotes;
    this.offers = offers;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "send_quote";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var lead = talk.lead(call);
    var departure = call.fact("offer_departure");
    var party = call.fact("offer_party").map(Integer::valueOf);
    if (lead.isEmpty() || departure.isEmpty() || party.isEmpty()) {
      return ActionResult.about(call.asked().subject()).refusing("quote/what");
    }
    var draft = offers.draft(call, lead.get(), departure.get(), party.get(), discount(call));
    draft.done().ifPresent(it -> replaced(call, it));
    return switch (draft) {
      case CoreResult.Done<Quote>(var quote) -> drafted(call, lead.get(), quote);
      case CoreResult.Rejected<Quote> ignored ->
          ActionResult.about(lead.get().code()).refusing("quote/what");
      case CoreResult.Unknown<Quote> ignored ->
          ActionResult.about(lead.get().code()).refusing("quote/later");
      case CoreResult.Unsupported<Quote> ignored ->
          ActionResult.about(lead.get().code()).refusing("quote/later");
    };
  }

  /** What they say; else what stood in the line that they change. */
  private int discount(ActionCall call) {
    var said = call.asked().understanding().percent();
    var kept =
        call.fact("offer_draft")
            .filter("true"::equals)
            .flatMap(ignored -> talk.meant(call))
            .map(Quote::discount)
            .orElse(0);
    return said == null ? kept : said;
  }

  /** Another line than before: drafts of it that nobody was asked about are not to be had. */
  private void replaced(ActionCall call, Quote line) {
    quotes.byCode(call.sql(), call.tenant(), line.code()).stream()
        .filter(it -> it.state().equals(Quote.DRAFT) && !it.id().equals(line.id()))
        .forEach(
            it -> quotes.withdraw(call.sql(), SaleTalk.command(call, "not " + it.id()), it.id()));
  }

  private ActionResult drafted(ActionCall call, Lead lead, Quote draft) {
    return Moves.declares(call, "quote", Quote.SENT) ? sent(call, lead, draft) : kept(call, draft);
  }

  private ActionResult sent(ActionCall call, Lead lead, Quote draft) {
    var sent =
        quotes.send(call.sql(), SaleTalk.command(call, "send"), draft.id()).done().orElse(draft);
    talk.moveLead(call, lead);
    return talk.about(call, sent)
        .noting("sent", "Sent to the customer: version %d.".formatted(sent.revision()));
  }

  /** The two ways forward: less discount now, or somebody who may give more. */
  private ActionResult kept(ActionCall call, Quote draft) {
    var limit = call.share("discount_limit");
    var within = limit.map(it -> offerOf(draft, it));
    return talk.about(call, draft)
        .with("limit", limit.map(QuoteTalk::percent).orElse(null))
        .with("within", within.orElse(null))
        .with("approver", approver(call).orElse(null))
        .noting("drafted", "A draft with more discount than its author may give.");
  }

  private static Money offerOf(Quote draft, int discount) {
    return new Money(
        travel.opslayer.travelcore.selling.Money.total(draft.unitMinor(), draft.party(), discount),
        draft.currency());
  }

  private Optional<String> approver(ActionCall call) {
    return call.decision().assigned("approver").flatMap(it -> talk.colleague(call, it));
  }
}
