package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.approval.Approvals;
import travel.opslayer.change.Change;
import travel.opslayer.change.Changes;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.payment.till.Payment;
import travel.opslayer.payment.till.Payments;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;

/** Which booking a subject is about: its code, or that of a payment, a refund or a change of it. */
@Singleton
final class MeantBookings {

  private final Payments payments;
  private final Refunds refunds;
  private final Changes changes;
  private final Approvals approvals;

  MeantBookings(Payments payments, Refunds refunds, Changes changes, Approvals approvals) {
    this.approvals = approvals;
    this.changes = changes;
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
    if (subject.startsWith("AP-")) {
      return approvals
          .byCode(sql, tenant, subject)
          .filter(it -> it.subject().startsWith("CH-"))
          .flatMap(it -> changes.byCode(sql, tenant, it.subject()))
          .map(Change::booking);
    }
    if (subject.startsWith("CH-")) {
      return changes.byCode(sql, tenant, subject).map(Change::booking);
    }
    return Optional.of(subject).filter(it -> it.startsWith("BK-"));
  }
}
