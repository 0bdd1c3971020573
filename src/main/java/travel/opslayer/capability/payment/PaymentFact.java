package travel.opslayer.capability.payment;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What a provider of payments says about a payment. Asked of the provider, never of a message. */
public record PaymentFact(
    @Meaning("its code, such as PAY-7; unknown when there is none") @Nullable String code,
    @Meaning(value = "where it stands with us; unknown when there is none", lever = true)
        @Nullable State state,
    @Meaning(
            "what is new: paid, processing, failed, expired, cancelled, partially_paid, refunded;"
                + " unknown when nothing is")
        @Nullable String news,
    @Meaning("is the currency that of the booking?") boolean currencyFits,
    @Meaning("is it exactly what was asked for?") boolean exact,
    @Meaning("was the same asked sum paid before?") boolean again,
    @Meaning("is the deposit of the booking covered with it?") boolean covers,
    @Meaning("is more paid with it than the booking costs?") boolean tooMuch,
    @Meaning("did money go back that nobody here has agreed to?") boolean outside,
    @Meaning("what has come, in minor units of its currency; 0 before anything was paid")
        long amount,
    @Meaning("ISO 4217; unknown before anything was paid") @Nullable String currency,
    @Meaning("is another payment for the booking on its way?") boolean pending,
    @Meaning(value = "where its booking stands, by the clock; unknown without one", lever = true)
        @Nullable String bookingState)
    implements Fact {

  /** The states that there are: a company cannot add to them. */
  public enum State {
    LINK_SENT,
    PROCESSING,
    PAID,
    FAILED,
    EXPIRED,
    CANCELLED
  }
}
