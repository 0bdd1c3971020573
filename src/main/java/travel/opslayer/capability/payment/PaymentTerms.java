package travel.opslayer.capability.payment;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.Form;
import travel.opslayer.decision.TermSource;
import travel.opslayer.payment.till.Repayment;

/** The words of payments and refunds. */
@Singleton
final class PaymentTerms implements TermSource {

  /** News of providers come back like timers; then what is still to be paid. */
  @Override
  public List<String> timers() {
    return List.of(
        "payment_news",
        "refund_news",
        Repayment.ASKED_EVENT,
        Till.KIT_EVENT,
        "balance_reminder",
        "balance_missed");
  }

  /** Whoever has the role that has to agree to a refund. */
  @Override
  public List<String> audiences() {
    return List.of(RefundAsking.ROLE);
  }

  /** What moves; then why money goes back, and how many agree to it. */
  @Override
  public Names names() {
    return Names.of("payment", "refund", "refund_reason")
        .lengths("link_for")
        .with(Form.ROLE, RefundAsking.ROLE);
  }

  @Override
  public List<String> states() {
    return Stream.concat(
            Arrays.stream(PaymentFact.State.values()).map(Enum::name),
            Arrays.stream(RefundFact.State.values()).map(Enum::name))
        .map(it -> it.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
