package travel.opslayer.capability.payment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.till.Attempt;
import travel.opslayer.payment.till.Repayment;

/** Looks at payments and refunds. */
@Singleton
final class PaymentFacts implements FactSource {

  private final Paying paying;

  PaymentFacts(Paying paying) {
    this.paying = paying;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(PaymentFact.class, RefundFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var people = asked.stream().map(it -> it.turn().contact().person().id()).distinct().toList();
    var waiting = paying.refundsOf(sql, desk.tenant().id(), people);
    for (var it : asked) {
      payment(sql, it, desk).ifPresent(fact -> sheets.add(it, fact));
      refund(sql, it, waiting, desk).ifPresent(fact -> sheets.add(it, fact));
    }
  }

  private Optional<PaymentFact> payment(Sql sql, Asked asked, Desk desk) {
    var tenant = desk.tenant().id();
    var subject = asked.subject();
    if (asked.turn().timer().isEmpty()) {
      return Optional.empty();
    }
    if (subject != null && subject.startsWith("BK-")) {
      var pending =
          paying.booking(sql, tenant, subject).filter(it -> paying.pending(sql, tenant, it));
      return pending.map(
          it ->
              new PaymentFact(
                  null, null, null, false, false, false, false, false, false, 0, null, true, null));
    }
    return paying.meant(sql, tenant, subject).map(it -> fact(sql, tenant, it, desk));
  }

  private PaymentFact fact(Sql sql, int tenant, Paying.Meant meant, Desk desk) {
    return new PaymentFact(
        meant.payment().code(),
        PaymentFact.State.valueOf(meant.payment().state().toUpperCase(Locale.ROOT)),
        Optional.of(meant.attempt()).filter(Attempt::isNews).map(Attempt::news).orElse(null),
        meant.currencyFits(),
        meant.exact(),
        meant.again(),
        meant.covers(),
        meant.excess() > 0,
        paying.outside(sql, tenant, meant) > 0,
        meant.paidMinor(),
        Optional.ofNullable(meant.attempt().paid()).map(Money::currency).orElse(null),
        paying.pending(sql, tenant, meant.booking()),
        meant.booking().stateAt(desk.now()));
  }

  /** The one that is named, if it is theirs to name; else the only one that they wait for. */
  private Optional<RefundFact> refund(
      Sql sql, Asked asked, Map<UUID, List<Repayment>> waiting, Desk desk) {
    var person = asked.turn().contact().person();
    var subject = asked.subject();
    var theirs = waiting.getOrDefault(person.id(), List.of());
    var meant =
        subject != null && subject.startsWith("RF-")
            ? paying.refund(sql, desk.tenant().id(), subject)
            : theirs.stream().findFirst().filter(ignored -> theirs.size() == 1);
    return meant
        .filter(
            it ->
                person.isStaff()
                    || asked.turn().timer().isPresent()
                    || it.person().equals(person.id()))
        .map(it -> fact(it, it.person().equals(person.id())));
  }

  private static RefundFact fact(Repayment refund, boolean own) {
    return new RefundFact(
        refund.code(),
        RefundFact.State.valueOf(refund.state().toUpperCase(Locale.ROOT)),
        own,
        refund.amount().minor(),
        refund.amount().currency());
  }
}
