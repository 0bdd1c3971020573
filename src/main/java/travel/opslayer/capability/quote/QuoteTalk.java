package travel.opslayer.capability.quote;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.reply.Money;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/** What texts about a quote may say. */
@Singleton
final class QuoteTalk {

  /** The states of what was not sent and can still become another offer. */
  static final Set<String> DRAFTS = Set.of(Quote.DRAFT, Quote.PENDING_APPROVAL);

  private final Quotes quotes;
  private final Leads leads;
  private final SaleTalk talk;
  private final Catalog catalog;

  QuoteTalk(Quotes quotes, Leads leads, SaleTalk talk, Catalog catalog) {
    this.catalog = catalog;
    this.quotes = quotes;
    this.leads = leads;
    this.talk = talk;
  }

  /** The revision that the rules have seen. */
  Optional<Quote> meant(ActionCall call) {
    var seen = call.fact("quote_version").map(Long::valueOf).orElse(0L);
    return call.fact("quote_code")
        .flatMap(
            it -> {
              var tapped = it.equals(call.asked().subject()) ? call.asked().version() : null;
              return of(
                  quotes.byCode(call.sql(), call.tenant(), it), tapped == null ? seen : tapped);
            });
  }

  /** Of a quote the revision of this number; else what waits for a step of ours, or the last. */
  static Optional<Quote> of(List<Quote> all, @Nullable Long version) {
    if (version != null && version > Quote.UNSENT) {
      return all.stream().skip(version - Quote.UNSENT - 1).findFirst();
    }
    if (version != null && version > 0) {
      return all.stream().filter(it -> it.revision() == version).findFirst();
    }
    return Stream.of(Quote.APPROVED, Quote.PENDING_APPROVAL, Quote.DRAFT)
        .flatMap(state -> all.reversed().stream().filter(it -> it.state().equals(state)))
        .findFirst()
        .or(() -> all.reversed().stream().findFirst());
  }

  /** What is left to the company, in per cent of the price; empty when nobody knows the costs. */
  Optional<Long> margin(ActionCall call, Quote quote) {
    return catalog
        .cost(call.sql(), call.tenant(), quote.departure())
        .filter(it -> quote.totalMinor() > 0)
        .map(it -> 100 - Math.round(100.0 * it * quote.party() / quote.totalMinor()));
  }

  Optional<UUID> contact(ActionCall call, String code) {
    return talk.colleague(call, code).map(it -> it.person().id());
  }

  /** The one that the customer can say yes to now. */
  Optional<Quote> current(ActionCall call, String code) {
    return quotes.byCode(call.sql(), call.tenant(), code).stream()
        .filter(it -> it.stateAt(call.now()).equals(Quote.SENT))
        .findFirst();
  }

  Optional<Lead> lead(ActionCall call) {
    return call.fact("lead_code").flatMap(it -> leads.byCode(call.sql(), call.tenant(), it));
  }

  Optional<Lead> lead(ActionCall call, Quote quote) {
    return talk.lead(call, quote.lead());
  }

  /** The lead in the state that the rules send it to: then a colleague has answered, too. */
  void moveLead(ActionCall call, Lead lead) {
    var state = Moves.to(call, "lead");
    if (state.isEmpty()) {
      return;
    }
    var answered = leads.answered(call.sql(), call.tenant(), lead, call.now());
    if (!state.get().equals(answered.state())) {
      leads.move(call.sql(), call.tenant(), answered, state.get());
    }
  }

  /** The revision in words; {@code version} is the number that the customer knows. */
  ActionResult about(ActionCall call, Quote quote) {
    var result =
        talk.about(
                call, quote.code(), quote.lead(), quote.person(), quote.departure(), quote.party())
            .with("quote", quote.code())
            .with("version", quote.revision() == 0 ? null : quote.revision())
            .with("total", new Money(quote.totalMinor(), quote.currency()))
            .with("full", new Money(quote.unitMinor() * quote.party(), quote.currency()))
            .with(
                "less",
                new Money(quote.unitMinor() * quote.party() - quote.totalMinor(), quote.currency()))
            .with("discount", quote.discount() == 0 ? null : percent(quote.discount()))
            .with("deposit", new Money(quote.depositMinor(), quote.currency()));
    result = talk.until(call, result, "quote_until", quote.validUntil(), quote.person());
    return result.as(quote.revision() == 0 ? unsent(call, quote) : quote.revision());
  }

  /** By its place among all, so that choices are about this revision and no later one. */
  private long unsent(ActionCall call, Quote quote) {
    var all = quotes.byCode(call.sql(), call.tenant(), quote.code()).stream().map(Quote::id);
    return Quote.UNSENT + 1L + all.toList().indexOf(quote.id());
  }

  /** First name of the colleague of this code. */
  Optional<String> colleague(ActionCall call, String code) {
    return talk.colleague(call, code).map(it -> it.person().firstName());
  }

  static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
  }
}
