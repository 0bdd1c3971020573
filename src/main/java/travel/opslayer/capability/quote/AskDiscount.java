package travel.opslayer.capability.quote;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Approvals.Request;
import travel.opslayer.approval.Approvals.Worth;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/** A draft gives more discount than its author may give: somebody else is asked. */
@Singleton
final class AskDiscount implements ActionHandler, Approvable {

  private static final String DISCOUNT = "discount";
  private static final Duration USUAL = Duration.ofHours(4);

  private final Quotes quotes;
  private final Approvals approvals;
  private final QuoteTalk talk;

  AskDiscount(Quotes quotes, Approvals approvals, QuoteTalk talk) {
    this.quotes = quotes;
    this.approvals = approvals;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "ask_approval";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var meant = talk.meant(call);
    return Moves.move(
        call,
        "quote",
        Quote.PENDING_APPROVAL,
        meant
            .map(it -> talk.about(call, it).with("state", it.stateAt(call.now())))
            .orElseGet(() -> ActionResult.about(call.asked().subject())),
        () ->
            meant
                .flatMap(
                    it ->
                        quotes.submit(call.sql(), SaleTalk.command(call, "submit"), it.id()).done())
                .map(it -> asked(call, it)));
  }

  private ActionResult asked(ActionCall call, Quote quote) {
    var until = call.now().plus(call.length("answer_within").orElse(USUAL));
    var approval =
        approvals.ask(
            call.sql(),
            call.tenant(),
            call.id("approval"),
            new Request(
                    quote.code(),
                    DISCOUNT,
                    words(quote),
                    String.join("\n", call.asked().turn().bubbles()),
                    call.person().id(),
                    "manager",
                    call.quorum(),
                    until)
                .worth(worth(quote)),
            call.now());
    var zone = call.desk().tenant().zone();
    var approver = call.decision().assigned("approver").flatMap(it -> talk.contact(call, it));
    return ActionResult.about(approval.code())
        .with(talk.about(call, quote))
        .due("approval_until", until)
        .telling("approver", approver.orElse(null))
        .with(
            "approver",
            call.decision()
                .assigned("approver")
                .flatMap(it -> talk.colleague(call, it))
                .orElse(null))
        .with("approval", approval.code())
        .with("asker", call.person().firstName())
        .with("margin", talk.margin(call, quote).orElse(null))
        .with("answerUntil", new Moment(until, zone))
        .with("answerUntilDay", Days.word(until, call.now(), zone))
        .noting("asked", "Asked for approval of a discount: %s.".formatted(approval.code()));
  }

  private static Worth worth(Quote quote) {
    var less = quote.unitMinor() * quote.party() - quote.totalMinor();
    return new Worth(less, quote.currency(), QuoteTalk.percent(quote.discount()));
  }

  @Override
  public boolean isAbout(Approval approval) {
    return approval.action().equals(DISCOUNT);
  }

  @Override
  public String content(ActionCall call, Approval approval) {
    return waiting(call, approval).map(AskDiscount::words).orElse("nothing waits");
  }

  /** A revision never changes, so it says all. */
  private static String words(Quote quote) {
    return "%s %d %d %s"
        .formatted(quote.id(), quote.discount(), quote.totalMinor(), quote.currency());
  }

  private Optional<Quote> waiting(ActionCall call, Approval approval) {
    return quotes.byCode(call.sql(), call.tenant(), approval.subject()).stream()
        .filter(it -> it.state().equals(Quote.PENDING_APPROVAL))
        .findFirst();
  }

  @Override
  public ActionResult approved(ActionCall call, Approval approval) {
    return waiting(call, approval)
        .flatMap(
            it -> quotes.approve(call.sql(), SaleTalk.command(call, "approve"), it.id()).done())
        .map(it -> withSent(call, it))
        .orElseGet(() -> ActionResult.about(approval.subject()));
  }

  private ActionResult withSent(ActionCall call, Quote approved) {
    var sent = talk.current(call, approved.code());
    return talk.about(call, approved)
        .with("sentVersion", sent.map(Quote::revision).orElse(null))
        .with("sentTotal", sent.map(it -> talk.about(call, it).values().get("total")).orElse(null))
        .with("nextVersion", sent.map(it -> it.revision() + 1).orElse(1));
  }

  @Override
  public ActionResult rejected(ActionCall call, Approval approval) {
    return waiting(call, approval)
        .flatMap(
            it ->
                quotes.disapprove(call.sql(), SaleTalk.command(call, "disapprove"), it.id()).done())
        .map(it -> talk.about(call, it))
        .orElseGet(() -> ActionResult.about(approval.subject()));
  }

  @Override
  public Glance glance(ActionCall call, Approval approval) {
    var quote = waiting(call, approval).or(() -> last(call, approval));
    var margin = quote.flatMap(it -> talk.margin(call, it)).map(", margin %d %%"::formatted);
    return quote
        .map(
            it ->
                new Glance(
                    "discount %s %%".formatted(QuoteTalk.percent(it.discount())),
                    "%s, %s x%d, -%s%s"
                        .formatted(
                            talk.about(call, it).values().getOrDefault("name", "a customer"),
                            it.departure(),
                            it.party(),
                            SaleTalk.words(
                                it.unitMinor() * it.party() - it.totalMinor(), it.currency()),
                            margin.orElse(""))))
        .orElseGet(() -> Approvable.super.glance(call, approval));
  }

  @Override
  public ActionResult asked(ActionCall call, Approval approval) {
    return last(call, approval)
        .map(it -> talk.about(call, it))
        .orElseGet(() -> ActionResult.about(approval.subject()));
  }

  private Optional<Quote> last(ActionCall call, Approval approval) {
    return quotes.byCode(call.sql(), call.tenant(), approval.subject()).stream()
        .reduce((first, second) -> second);
  }
}
