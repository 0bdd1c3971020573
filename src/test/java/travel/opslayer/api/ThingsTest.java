package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each thing looks like from outside, after somebody has really written. */
class ThingsTest {

  private static final String LUCIA = "+34600000101";

  @TempDir static Path keys;
  private static ApiOffice office;

  @BeforeAll
  static void open() throws Exception {
    office = new ApiOffice(keys).withRules();
    office.says(LUCIA, "intrested in EBC treck for 2 peple", "L1");
    office.says(LUCIA, "intrested in EBC treck for 2 peple", "L1");
    office.settle();
    office.says("+34600000102", "STOP", "S1");
    office.settle();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void a_lead_is_found_by_id_and_by_its_code_however_it_is_typed() throws Exception {
    var lead = office.item("leads/LD-301");

    assertThat(lead)
        .containsEntry("code", "LD-301")
        .containsEntry("name", "Lucía")
        .containsEntry("product", "EBC")
        .containsEntry("party", 2)
        .containsEntry("source", "whatsapp")
        .containsKeys("id", "state", "person", "departure", "owner", "wantedOn");
    assertThat(office.item("leads/" + lead.get("id"))).isEqualTo(lead);
    assertThat(office.item("leads/ld301")).isEqualTo(lead);
    assertProblem(office.get("/api/v1/leads/LD-302"), 404, "(LD-302) among the leads");
    assertThat(office.item("people/" + lead.get("owner"))).containsEntry("roles", List.of("sales"));
  }

  @Test
  void times_are_in_the_offices_zone_with_their_offset() throws Exception {
    var at = String.valueOf(office.item("leads/LD-301").get("createdAt"));

    assertThat(at).startsWith("2026-11-08T09:");
    assertThat(OffsetDateTime.parse(at).getOffset()).isEqualTo(ZoneOffset.ofHoursMinutes(5, 45));
  }

  @Test
  void a_person_has_roles_and_a_customer_none() throws Exception {
    assertThat(office.item("people/SARITA"))
        .containsEntry("name", "Sarita Gurung")
        .containsEntry("code", "SARITA")
        .containsEntry("roles", List.of("sales"))
        .containsEntry("language", "en");
    var lucia = office.item("people/" + office.item("leads/LD-301").get("person"));
    assertThat(lucia)
        .containsEntry("name", "Lucía")
        .containsEntry("roles", List.of())
        .containsEntry("code", null);
  }

  @Test
  void a_departure_tells_its_seats_and_its_price() throws Exception {
    assertThat(office.item("departures/ebc0315"))
        .containsEntry("code", "EBC-0315")
        .containsEntry("state", "open")
        .containsEntry("product", "EBC")
        .containsEntry("start", "2027-03-15")
        .containsEntry("end", "2027-03-28")
        .containsEntry("capacity", 16)
        .containsEntry("booked", 13)
        .containsEntry("held", 0)
        .containsEntry("waiting", 0)
        .containsEntry("free", 3)
        .containsEntry("price", Map.of("minor", 145000, "currency", "USD"));
    assertProblem(office.get("/api/v1/departures/EBC-0316"), 404, "among the departures");
  }

  @Test
  void a_place_on_a_waiting_list_tells_who_waits_for_what() throws Exception {
    office.says("+447700900177", "ABC on 20 march for 2 people", "K1");
    office.settle();
    office.says("+447700900177", "put me on the waiting list", "K2");
    office.settle();

    assertThat(office.item("waitlist/wl1"))
        .containsEntry("code", "WL-1")
        .containsEntry("state", "waiting")
        .containsEntry("departure", "ABC-0320")
        .containsEntry("party", 2)
        .containsEntry("until", null);
    assertThat(office.item("departures/abc0320")).containsEntry("waiting", 1);
    assertProblem(office.get("/api/v1/waitlist/WL-99"), 404, "among the waitlist");
  }

  @Test
  void a_sale_tells_what_was_offered_booked_and_is_to_be_paid() throws Exception {
    office.says("+9779805550201", "quote ld301 ebc0329 x2 5%", "sale 1");
    office.settle();
    office.says("+34600000101", "reservamos", "sale 2");
    office.settle();

    assertThat(office.item("quotes/q1"))
        .containsEntry("state", "accepted")
        .containsEntry("lead", "LD-301")
        .containsEntry("departure", "EBC-0329")
        .containsEntry("party", 2)
        .containsEntry("revision", 1)
        .containsEntry("total", Map.of("minor", 275500, "currency", "USD"));
    assertThat(office.item("bookings/bk1"))
        .containsEntry("state", "on_hold")
        .containsEntry("product", "EBC")
        .containsEntry("name", "Lucía")
        .containsEntry("paid", Map.of("minor", 0, "currency", "USD"));
    assertThat(office.item("payments/PAY-1"))
        .containsEntry("state", "link_sent")
        .containsEntry("booking", "BK-1")
        .containsEntry("amount", Map.of("minor", 55100, "currency", "USD"))
        .containsEntry("provider", null);
    assertProblem(office.get("/api/v1/approvals/AP-99"), 404, "among the approvals");
  }

  @Test
  void a_change_of_mind_names_the_message_that_proves_it() throws Exception {
    var consents = office.all("consents");

    assertThat(consents)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).containsEntry("state", "out"));
    var proof = office.item("messages/" + consents.getFirst().get("message"));
    assertThat(proof)
        .containsEntry("text", "STOP")
        .containsEntry("person", consents.getFirst().get("person"));
  }

  @Test
  void the_story_of_an_object_is_told_about_that_object_only() throws Exception {
    var story = office.all("timeline?object=ld-301");

    assertThat(story)
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it).containsEntry("object", "LD-301").containsKeys("at", "actor", "kind");
              assertThat(String.valueOf(it.get("text"))).isNotEmpty();
              assertThat(office.item("decisions/" + it.get("decision")))
                  .containsEntry("object", "LD-301");
            });
    assertThat(office.all("timeline?object=LD-999")).isEmpty();
    assertThat(office.all("timeline").size()).isGreaterThanOrEqualTo(story.size());
  }

  @Test
  void a_decision_explains_itself() throws Exception {
    var decision = office.all("decisions?object=LD-301").getLast();

    assertThat(decision)
        .containsEntry("state", "permitted")
        .containsEntry("wish", "enquire")
        .containsEntry("release", office.item("rules").get("hash"));
    assertThat(decision.get("facts"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("sender_role", "customer")
        .containsEntry("wish_action", "enquire");
    assertThat(String.valueOf(decision.get("rules"))).contains("20-authorise/permit.csv");
    assertThat(String.valueOf(decision.get("permits"))).contains("action=enquire");
    assertThat(String.valueOf(decision.get("effects"))).contains("verb=reply");
    assertThat(office.all("decisions?object=LD-999")).isEmpty();
  }

  @Test
  void the_audit_log_says_who_asked_for_what() throws Exception {
    var entry = office.all("audit?object=LD-301").getLast();

    assertThat(entry)
        .containsEntry("action", "enquire")
        .containsEntry("result", "permitted")
        .containsEntry("object", "LD-301")
        .containsEntry("actor", office.item("leads/LD-301").get("person"));
  }

  @Test
  void the_numbers_count_what_is_there() throws Exception {
    var metrics = office.all("metrics");

    assertThat(metrics)
        .allSatisfy(it -> assertThat(it).containsOnlyKeys("name", "value", "unit", "definition"));
    assertThat(metric(metrics, "messages_in")).isEqualTo(messages("in").size());
    assertThat(metric(metrics, "messages_out_sent"))
        .isEqualTo(
            (int) messages("out").stream().filter(it -> "sent".equals(it.get("state"))).count());
    assertThat(metric(metrics, "webhook_duplicates")).isEqualTo(1);
    assertThat(metric(metrics, "leads_won")).isZero();
    assertThat(metric(metrics, "inbox_waiting")).isZero();
    assertThat(metric(metrics, "outbox_open")).isZero();
    var leads = metrics.stream().filter(it -> "leads".equals(it.get("unit")));
    assertThat(leads.mapToInt(it -> (Integer) it.get("value")).sum())
        .isEqualTo(office.all("leads").size());
  }

  private static int metric(List<Map<String, Object>> metrics, String name) {
    return metrics.stream()
        .filter(it -> name.equals(it.get("name")))
        .map(it -> (Integer) it.get("value"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Map<String, Object>> messages(String direction) throws Exception {
    return office.all("messages").stream()
        .filter(it -> direction.equals(it.get("direction")))
        .toList();
  }
}
