package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.payment.till.Payment;
import travel.opslayer.payment.till.Payments;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;

/** Which booking a subject is about: its own code, or that of something that was paid for it. */
@Singleton
final class MeantBookings {

  private final Payments payments;
  private final Refunds refunds;

  MeantBookings(Payments payments, Refunds refunds) {
    this.payments = payments;
    this.refunds = refunds;
  }

  Optional<String> code(Sql sql, int tenant, Asked asked) {
    var subject = asked.subject();
    if (subject == null) {
      return Optional.empty();
    }
    if (subject.startsWith("PAY-")) {
      var dot = subject.indexOf('.');
      var payment = dot < 0 ? subject : subject.substring(0, dot);
      return payments.byCode(sql, tenant, payment).map(Payment::booking);
    }
    if (subject.startsWith("RF-")) {
      return refunds.byCode(sql, tenant, subject).map(Repayment::booking);
    }
    return Optional.of(subject).filter(it -> it.startsWith("BK-"));
  }
}
