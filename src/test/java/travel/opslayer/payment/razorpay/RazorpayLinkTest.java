package travel.opslayer.payment.razorpay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.payment.GatewayState;
import travel.opslayer.payment.GatewayState.Status;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.wire.Currencies;
import travel.opslayer.payment.wire.Json;
import travel.opslayer.payment.wire.Node;

class RazorpayLinkTest {

  private static final String LINK = "'id':'plink_1','amount':500,'currency':'INR',";

  private final RazorpayLink reader = new RazorpayLink(Currencies.of("razorpay"));

  /** With straight quotes for double ones. */
  private static Node node(String members) throws IOException {
    return Json.read(("{" + members.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable GatewayState state(String link, String payment) throws IOException {
    return reader.state(node(link), node(payment));
  }

  @ParameterizedTest
  @CsvSource({
    "created, 0, , OPEN",
    "created, 0, failed, OPEN",
    "created, 0, authorized, PROCESSING",
    "partially_paid, 200, captured, PARTIALLY_PAID",
    "paid, 500, captured, PAID",
    "expired, 0, , EXPIRED",
    "cancelled, 0, , CANCELLED",
    "something_new, 0, , OPEN"
  })
  void a_link_stands_somewhere(String status, long paid, @Nullable String payment, Status is)
      throws IOException {
    var payments = payment == null ? "null" : "[{'payment_id':'pay_1','status':'" + payment + "'}]";
    var state =
        requireNonNull(
            state(
                LINK
                    + "'status':'%s','amount_paid':%d,'payments':%s"
                        .formatted(status, paid, payments),
                ""));

    assertThat(state.status()).isEqualTo(is);
    assertThat(state.paid()).isEqualTo(new Money(paid, "INR"));
    assertThat(state.paymentRef()).isEqualTo("captured".equals(payment) ? "pay_1" : null);
  }

  @ParameterizedTest
  @CsvSource({"499, PAID", "500, REFUNDED"})
  void a_link_is_refunded_when_all_went_back(long back, Status is) throws IOException {
    var state =
        requireNonNull(
            state(LINK + "'status':'paid','amount_paid':500", "'amount_refunded':" + back));

    assertThat(state.status()).isEqualTo(is);
    assertThat(state.refunded()).isEqualTo(new Money(back, "INR"));
  }

  @Test
  void the_payment_stands_in_the_notes_and_else_in_the_reference() throws IOException {
    var reference = "'reference_id':'PAY-7-v2'";

    assertThat(RazorpayLink.paymentId(node(reference + ",'notes':{'payment_id':'PAY-7'}")))
        .isEqualTo("PAY-7");
    assertThat(RazorpayLink.paymentId(node(reference + ",'notes':[]"))).isEqualTo("PAY-7-v2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'payments':{}", "'payments':[]", "'payments':[null,7,{}]"})
  void payments_may_be_missing_in_many_ways(String members) throws IOException {
    assertThat(RazorpayLink.payment(node(members))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'id':'plink_1'",
        "'id':'plink_1','amount':'5','currency':'INR'",
        "'id':'plink_1','amount':5,'currency':'INR','amount_paid':-1",
        "'amount':5,'currency':'INR'",
        "'id':'plink_1','amount':5,'currency':'ISK'"
      })
  void what_razorpay_does_not_document_is_no_state(String members) throws IOException {
    assertThat(state(members, "")).isNull();
  }
}
