package travel.opslayer.travelcore.bundled.selling;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.CommandRepository;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/** Quotes of the bundled core. */
@Singleton
final class BundledQuotes implements Quotes {

  private final CommandRepository commands;

  BundledQuotes(CommandRepository commands) {
    this.commands = commands;
  }

  @Override
  public Optional<Quote> find(Sql sql, int tenant, UUID revision) {
    return QuoteRepository.find(sql, tenant, revision);
  }

  @Override
  public List<Quote> byCode(Sql sql, int tenant, String code) {
    return QuoteRepository.byCode(sql, tenant, code);
  }

  @Override
  public List<Quote> openOf(Sql sql, int tenant, Collection<UUID> people) {
    return QuoteRepository.openOf(sql, tenant, people);
  }

  @Override
  public CoreResult<Quote> draft(Sql sql, Command command, UUID lead, Terms terms) {
    return drafted(
        sql,
        command,
        "draft " + lead,
        terms,
        () ->
            QuoteRepository.add(sql, command, lead)
                ? add(sql, command, command.id(), terms)
                : new Rejected<>(Why.NOT_FOUND, lead.toString()));
  }

  @Override
  public CoreResult<Quote> revise(Sql sql, Command command, UUID quote, Terms terms) {
    return drafted(
        sql,
        command,
        "revise " + quote,
        terms,
        () ->
            QuoteRepository.lock(sql, command.tenant(), quote)
                ? add(sql, command, quote, terms)
                : new Rejected<>(Why.NOT_FOUND, quote.toString()));
  }

  private CoreResult<Quote> drafted(
      Sql sql, Command command, String asked, Terms terms, Supplier<CoreResult<Quote>> work) {
    var wrong = Prices.wrong(terms, command.now());
    return wrong.isPresent()
        ? new Rejected<>(Why.INVALID, wrong.get())
        : once(
            sql,
            command,
            "%s %s %d %d %d %d %s"
                .formatted(
                    asked,
                    terms.departure(),
                    terms.party(),
                    terms.unitMinor(),
                    terms.discount(),
                    terms.depositMinor(),
                    terms.currency()),
            () ->
                QuoteRepository.hasDeparture(sql, command.tenant(), terms.departure())
                    ? work.get()
                    : new Rejected<>(Why.NOT_FOUND, terms.departure()));
  }

  private static CoreResult<Quote> add(Sql sql, Command command, UUID quote, Terms terms) {
    return QuoteRepository.isAccepted(sql, command.tenant(), quote)
        ? notChangeable(Quote.ACCEPTED)
        : new Done<>(QuoteRepository.revise(sql, command, quote, terms));
  }

  @Override
  public CoreResult<Quote> submit(Sql sql, Command command, UUID revision) {
    return moving(sql, command, revision, Set.of(Quote.DRAFT), Quote.PENDING_APPROVAL);
  }

  @Override
  public CoreResult<Quote> approve(Sql sql, Command command, UUID revision) {
    return moving(sql, command, revision, Set.of(Quote.PENDING_APPROVAL), Quote.APPROVED);
  }

  @Override
  public CoreResult<Quote> disapprove(Sql sql, Command command, UUID revision) {
    return moving(sql, command, revision, Set.of(Quote.PENDING_APPROVAL), Quote.DRAFT);
  }

  @Override
  public CoreResult<Quote> send(Sql sql, Command command, UUID revision) {
    return changing(sql, command, revision, Quote.SENT, it -> send(sql, command, it));
  }

  private static CoreResult<Quote> send(Sql sql, Command command, Quote it) {
    if (!Set.of(Quote.DRAFT, Quote.APPROVED).contains(it.state())) {
      return notChangeable(it.state());
    }
    if (!it.isValid(command.now())) {
      return notChangeable(Quote.EXPIRED);
    }
    return QuoteRepository.isAccepted(sql, command.tenant(), it.quote())
        ? notChangeable(Quote.ACCEPTED)
        : new Done<>(QuoteRepository.send(sql, command.tenant(), it));
  }

  @Override
  public CoreResult<Quote> accept(Sql sql, Command command, UUID revision) {
    return moving(sql, command, revision, Set.of(Quote.SENT), Quote.ACCEPTED);
  }

  @Override
  public CoreResult<Quote> decline(Sql sql, Command command, UUID revision) {
    return moving(sql, command, revision, Set.of(Quote.SENT, Quote.EXPIRED), Quote.DECLINED);
  }

  @Override
  public CoreResult<Quote> expire(Sql sql, Command command, UUID revision) {
    return moving(sql, command, revision, Set.of(Quote.EXPIRED), Quote.EXPIRED);
  }

  @Override
  public CoreResult<Quote> withdraw(Sql sql, Command command, UUID revision) {
    return moving(sql, command, revision, Quote.OPEN, Quote.WITHDRAWN);
  }

  /** From states by the clock. */
  private CoreResult<Quote> moving(
      Sql sql, Command command, UUID revision, Set<String> from, String state) {
    return changing(
        sql,
        command,
        revision,
        state,
        it ->
            from.contains(it.stateAt(command.now()))
                ? new Done<>(QuoteRepository.move(sql, command.tenant(), it, state))
                : notChangeable(it.stateAt(command.now())));
  }

  /** A revision whose quote is locked. What is so already stays so. */
  private CoreResult<Quote> changing(
      Sql sql,
      Command command,
      UUID revision,
      String state,
      Function<Quote, CoreResult<Quote>> change) {
    return once(
        sql,
        command,
        "%s %s".formatted(state, revision),
        () -> {
          var seen = find(sql, command.tenant(), revision);
          if (seen.isEmpty()) {
            return new Rejected<>(Why.NOT_FOUND, revision.toString());
          }
          QuoteRepository.lock(sql, command.tenant(), seen.get().quote());
          var it = find(sql, command.tenant(), revision).orElseThrow();
          return it.state().equals(state) ? new Done<>(it) : change.apply(it);
        });
  }

  private static CoreResult<Quote> notChangeable(String state) {
    return new Rejected<>(Why.NOT_CHANGEABLE, state);
  }

  private CoreResult<Quote> once(
      Sql sql, Command command, String asked, Supplier<CoreResult<Quote>> work) {
    return commands.once(
        sql, command, asked, work, Quote::id, it -> find(sql, command.tenant(), it));
  }
}
