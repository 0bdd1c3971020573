package travel.opslayer.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.Database;
import travel.opslayer.evidence.Evidence;
import travel.opslayer.evidence.Pack;

/** All that is known of a booking, as a page that can be kept and proven. */
class EvidenceTest extends LuciasBooking {

  private static final String PEMBA = "+9779805550301";
  private static final String BIKRAM = "+9779805550202";
  private static final String TOM = "+447700900103";

  private String path(String phone) {
    return URI.create(last(phone).text().replaceAll("(?s).*(http\\S+/m/\\S+)\\s.*", "$1"))
        .getPath();
  }

  private String page(String phone) {
    var answer = house.post(path(phone), new byte[0]);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/html");
    return answer.body();
  }

  private static String sha256(String page) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(page.getBytes(UTF_8)));
  }

  @Test
  void it_holds_what_was_said_decided_and_paid_and_can_be_proven() throws Exception {
    gateway("14:05:00", "pay_1", "succeeded");
    house.execute(
        """
        INSERT INTO whatsapp_statuses (tenant_id, id, received_at, channel, provider_key, word,
          rank, occurred_at, applied, due_at)
        SELECT tenant_id, gen_random_uuid(), settled_at, channel, provider_key, 'read', 3,
          settled_at, true, settled_at FROM outbox WHERE provider_key IS NOT NULL
        """);
    asks(ANITA, "E1", "14:10:00", "evidence BK-1");

    assertThat(last(ANITA).template()).isEqualTo("evidence/made");
    var page = page(ANITA);
    assertThat(last(ANITA).text()).contains(sha256(page), "BK-1", "14:20");
    assertThat(page)
        .contains("<h2>Messages</h2>", "<h2>Receipts</h2>", "<h2>Decisions</h2>")
        .contains("<h2>Rules then in force</h2>", "20-authorise/quote-permit.csv!")
        .contains("Action: accept_quote", "<h2>Ledger</h2>", "payment", "PAY-1")
        .contains("Lucía", "SARITA", "booking/held", "2026-11-09T14:02:44+05:45")
        .contains("<h2>What happened</h2>", "<h2>Who asked for what</h2>");
    assertThat(page).contains("/p/[•••]").doesNotContain(link.substring(link.indexOf("/p/")));
    assertThat(house.column("SELECT sha256 FROM media_items WHERE class = 'evidence'"))
        .containsExactly(sha256(page));
  }

  @Test
  void nobody_elses_data_is_in_it() {
    phones.at(MORNING + "14:03:30");
    phones.writes(TOM, "Tom", "T1", MORNING + "14:03:30", "secret plan of tom about ABC");
    house.settle();
    house.move(java.time.Duration.ofSeconds(15));
    house.settle();
    another("EBC-0329");
    asks(LUCIA, "L7", "14:04:00", "status BK-2");
    asks(BIKRAM, "E1", "14:10:00", "evidence BK-1");

    assertThat(page(BIKRAM)).doesNotContain("secret plan", "Tom", "BK-2", "EBC-0329");
  }

  @Test
  void operations_read_no_numbers_and_managers_do() {
    asks(LUCIA, "L7", "14:04:00", "status BK-1 mi numero es +34 600 123 456");
    asks(BIKRAM, "E1", "14:10:00", "evidence BK-1");
    assertThat(page(BIKRAM)).contains("[•••]").doesNotContain("600 123 456");

    asks(ANITA, "E2", "14:11:00", "evidence BK-1");
    assertThat(page(ANITA)).contains("600 123 456");
    asks(BIKRAM, "E3", "14:12:00", media());
    assertThat(last(BIKRAM).template()).isEqualTo("refused/document_closed");
  }

  private String media() {
    return house
        .column(
            "SELECT code FROM media_items WHERE class = 'evidence' ORDER BY filed_at DESC, code"
                + " DESC")
        .getFirst();
  }

  @Test
  void a_guide_is_refused_with_the_reason_and_so_is_sales() {
    for (var phone : java.util.List.of(PEMBA, SARITA)) {
      asks(phone, "E" + phone, "14:10:00", "evidence BK-1");

      assertThat(last(phone).template()).isEqualTo("evidence/not_yours");
      assertThat(last(phone).text()).contains("operations and managers");
    }
    assertThat(house.count("SELECT count(*) FROM media_items WHERE class = 'evidence'")).isZero();
  }

  @Test
  void without_a_thing_that_there_is_it_asks_which() {
    asks(ANITA, "E1", "14:10:00", "evidence BK-77");
    assertThat(last(ANITA).template()).isEqualTo("evidence/which");

    asks(ANITA, "E2", "14:11:00", "evidence TRP123");
    assertThat(last(ANITA).template()).isEqualTo("evidence/made");
  }

  @Test
  void it_is_deleted_after_a_day_and_the_link_opens_once() {
    asks(ANITA, "E1", "14:10:00", "evidence BK-1");
    var path = path(ANITA);
    page(ANITA);
    assertThat(house.post(path, new byte[0]).statusCode()).isEqualTo(410);

    asks(ANITA, "E2", "14:11:00", "evidence BK-1");
    timers("2026-11-10T14:12:00");
    assertThat(house.column("SELECT DISTINCT state FROM media_items WHERE class = 'evidence'"))
        .containsExactly("purged");
  }

  @Test
  void the_same_is_to_be_had_for_machines() {
    Pack pack =
        house
            .bean(Database.class)
            .read(
                1,
                sql ->
                    house
                        .bean(Evidence.class)
                        .of(sql, 1, "BK-1", it -> it, house.now(), java.time.ZoneOffset.UTC))
            .orElseThrow();

    assertThat(pack.rows(Evidence.MESSAGES)).isPositive();
    assertThat(pack.sections().get("Belongs to it").toString()).contains("BK-1", "Q-1", "PAY-1");
  }
}
