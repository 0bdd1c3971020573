package travel.opslayer.payment.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.payment.Money;

class CurrenciesTest {

  /** Ours is what ISO 4217 counts; an empty cell: not taken. */
  @ParameterizedTest
  @CsvSource({
    "stripe, USD, 240000, 240000",
    "stripe, INR, 1, 1",
    "stripe, JPY, 500, 500",
    "stripe, KRW, 1, 1",
    "stripe, VND, 25000, 25000",
    "stripe, XAF, 655, 655",
    "stripe, MGA, 100, 1",
    "stripe, MGA, 150,",
    "stripe, KWD, 5120, 5120",
    "stripe, KWD, 5124,",
    "stripe, BHD, 10, 10",
    "stripe, JOD, 11,",
    "stripe, OMR, 20, 20",
    "stripe, TND, 19,",
    "stripe, ISK, 5, 500",
    "stripe, UGX, 5, 500",
    "stripe, HUF, 1045, 1045",
    "stripe, TWD, 80045, 80045",
    "stripe, LYD, 1000,",
    "stripe, IQD, 1000,",
    "stripe, CLF, 10000,",
    "stripe, XXX, 1,",
    "stripe, QQQ, 1,",
    "stripe, ISK, 9223372036854775807,",
    "razorpay, INR, 100000, 100000",
    "razorpay, USD, 1, 1",
    "razorpay, NPR, 100, 100",
    "razorpay, JPY, 295, 295",
    "razorpay, KWD, 295990, 295990",
    "razorpay, KWD, 295991,",
    "razorpay, OMR, 295990, 295990",
    "razorpay, ISK, 5,",
    "razorpay, UGX, 5,",
    "razorpay, MGA, 100,",
    "razorpay, QQQ, 1,"
  })
  void each_provider_counts_in_its_own_way(
      String provider, String currency, long ours, Long theirs) {
    var currencies = Currencies.of(provider);
    var money = new Money(ours, currency);

    assertThat(currencies.there(money))
        .isEqualTo(theirs == null ? OptionalLong.empty() : OptionalLong.of(theirs));
    if (theirs != null) {
      assertThat(currencies.here(theirs, currency)).isEqualTo(money);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1, USD",
    "505, ISK",
    "1,",
    ", USD",
    "1, QQQ",
    "1, usdx",
    "9223372036854775807, MGA"
  })
  void what_is_no_amount_of_ours_is_none(Long amount, String currency) {
    assertThat(Currencies.of("stripe").here(amount, currency)).isNull();
  }

  @Test
  void small_letters_are_no_other_currency() {
    assertThat(Currencies.of("stripe").here(1L, "inr")).isEqualTo(new Money(1, "INR"));
  }

  @Test
  void a_refusal_says_what_would_be_taken() {
    var stripe = Currencies.of("stripe");

    assertThat(stripe.refusal(new Money(5124, "KWD")))
        .isEqualTo(
            "The provider does not take this amount (5124 minor KWD)."
                + " Maybe round it: it counts 3 decimals in steps of 10.");
    assertThat(stripe.refusal(new Money(1, "LYD")))
        .isEqualTo("The provider does not take this currency (LYD). Maybe ask for another one.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "PYG", "RWF", "VND"})
  void what_has_no_decimals_is_counted_whole_everywhere(String currency) {
    assertThat(Currencies.of("stripe").there(new Money(7, currency))).hasValue(7);
    assertThat(Currencies.of("razorpay").there(new Money(7, currency))).hasValue(7);
  }
}
