package travel.opslayer.payment.stripe;

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

class StripeSessionTest {

  private static final String PAID =
      "'id':'cs_1','status':'complete','payment_status':'paid','amount_total':500,'currency':'usd',";

  private final StripeSession reader = new StripeSession(Currencies.of("stripe"));

  /** With straight quotes for double ones. */
  private static Node node(String members) throws IOException {
    return Json.read(("{" + members.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable GatewayState state(String members) throws IOException {
    return reader.state(node(members));
  }

  @ParameterizedTest
  @CsvSource({
    "open, unpaid, , OPEN",
    "open, unpaid, requires_payment_method, OPEN",
    "expired, unpaid, , EXPIRED",
    "complete, unpaid, processing, PROCESSING",
    "complete, unpaid, , PROCESSING",
    "complete, unpaid, requires_payment_method, FAILED",
    "complete, unpaid, canceled, CANCELLED",
    "complete, no_payment_required, , PROCESSING",
    "complete, paid, succeeded, PAID",
    "something_new, unpaid, , OPEN"
  })
  void a_session_stands_somewhere(String status, String paid, @Nullable String intent, Status is)
      throws IOException {
    var members =
        "'id':'cs_1','amount_total':5,'currency':'usd','status':'%s','payment_status':'%s',"
                .formatted(status, paid)
            + "'payment_intent':%s"
                .formatted(intent == null ? "null" : "{'id':'pi_1','status':'" + intent + "'}");

    assertThat(requireNonNull(state(members)).status()).isEqualTo(is);
  }

  @Test
  void what_was_received_counts_and_not_what_was_asked() throws IOException {
    var state =
        requireNonNull(
            state(PAID + "'payment_intent':{'id':'pi_1','amount_received':499,'currency':'usd'}"));

    assertThat(state.asked()).isEqualTo(new Money(500, "USD"));
    assertThat(state.paid()).isEqualTo(new Money(499, "USD"));
  }

  @Test
  void money_received_in_another_currency_is_told_as_such() throws IOException {
    var state =
        requireNonNull(
            state(PAID + "'payment_intent':{'id':'pi_1','amount_received':500,'currency':'eur'}"));

    assertThat(state.paid()).isEqualTo(new Money(500, "EUR"));
  }

  @Test
  void an_intent_that_is_only_named_is_believed() throws IOException {
    var state = requireNonNull(state(PAID + "'payment_intent':'pi_1'"));

    assertThat(state.paymentRef()).isEqualTo("pi_1");
    assertThat(state.paid()).isEqualTo(new Money(500, "USD"));
  }

  @ParameterizedTest
  @CsvSource({"499, PAID", "500, REFUNDED"})
  void a_session_is_refunded_when_all_went_back(long back, Status is) throws IOException {
    var state =
        requireNonNull(
            state(
                PAID
                    + "'payment_intent':{'id':'pi_1','latest_charge':{'amount_refunded':%d}}"
                        .formatted(back)));

    assertThat(state.status()).isEqualTo(is);
    assertThat(state.refunded()).isEqualTo(new Money(back, "USD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'id':'cs_1'",
        "'id':'cs_1','amount_total':5",
        "'amount_total':5,'currency':'usd'",
        "'id':'cs_1','amount_total':-5,'currency':'usd'",
        "'id':'cs_1','amount_total':5.5,'currency':'usd'",
        "'id':'cs_1','amount_total':'5','currency':'usd'",
        "'id':'cs_1','amount_total':5,'currency':'zzz'",
        "'id':'cs/1','amount_total':5,'currency':'usd'"
      })
  void what_stripe_does_not_document_is_no_state(String members) throws IOException {
    assertThat(state(members)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'id':'cs_1','url':'https://a/'",
        "'id':'cs_1','expires_at':1",
        "'id':'cs_1','url':null,'expires_at':1",
        "'id':'cs_1','url':'javascript:x','expires_at':1",
        "'id':'cs_1','url':'https://a/','expires_at':0",
        "'url':'https://a/','expires_at':1"
      })
  void what_stripe_does_not_document_is_no_page(String members) throws IOException {
    assertThat(reader.checkout(node(members))).isNull();
  }
}
