package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.channel.StandIn;
import travel.opslayer.channel.sandbox.SandboxFaults;

/** WhatsApp is down while somebody needs help: colleagues are told by SMS. */
class AlarmTest extends Breakdown {

  private static final String STATES =
      """
      SELECT o.channel || ' ' || o.state || ' ' || o.category AS it
      FROM outbox o JOIN people p ON p.tenant_id = o.tenant_id AND p.id = o.person_id
      WHERE p.code = '%s' AND o.seq > %d ORDER BY o.seq
      """;

  private StandIn gateway;
  private long before;

  @Override
  Map<String, Object> settings() {
    gateway = StandIn.answering(200, "");
    return Map.of("opslayer.sms-url", gateway.address() + "/sms");
  }

  @BeforeEach
  void allIsQuiet() {
    before = house.count("SELECT coalesce(max(seq), 0) FROM outbox");
  }

  @AfterEach
  void hangUp() throws Exception {
    gateway.close();
  }

  private void down(int calls) {
    house.bean(SandboxFaults.class).set("500", calls);
  }

  private List<String> states(String code) {
    return house.column(STATES.formatted(code, before));
  }

  @Test
  void a_cry_for_help_goes_by_sms_when_whatsapp_does_not_take_it() {
    down(50);
    says(PEMBA, "S1", "09:42:00", "SOS");

    assertThat(states("BIKRAM")).contains("sms accepted alarm");
    assertThat(states("ANITA")).contains("sms accepted alarm");
    assertThat(gateway.lastCall().orElseThrow().body()).contains("\"to\":\"+977980555");
    assertThat(states("PEMBA")).allMatch(it -> it.startsWith("sandbox "));
  }

  @Test
  void an_incident_too_and_what_waits_for_the_same_phone_does_not_hold_it_up() {
    down(3);
    says(BIKRAM, "B1", "09:41:58", "?");
    assertThat(states("BIKRAM")).containsExactly("sandbox pending answer");

    down(50);
    says(PEMBA, "P1", "09:42:00", "ISSUE TRP123 vehicle breakdown");
    assertThat(states("BIKRAM")).containsExactly("sandbox pending answer", "sms accepted alarm");
  }

  @Test
  void while_whatsapp_works_nothing_goes_by_sms() {
    says(PEMBA, "P1", "09:42:00", "ISSUE TRP123 vehicle breakdown");

    assertThat(states("BIKRAM")).containsExactly("sandbox accepted alarm");
    assertThat(gateway.lastCall()).isEmpty();
  }

  @Test
  void an_alarm_that_whatsapp_took_and_could_not_deliver_goes_by_sms_once() {
    says(PEMBA, "P1", "09:42:00", "ISSUE TRP123 vehicle breakdown");
    var alarm = phones.of(BIKRAM).getLast().id();
    failed(alarm);
    assertThat(states("BIKRAM")).containsExactly("sms accepted alarm");
    failed(alarm);
    assertThat(states("BIKRAM")).containsExactly("sms accepted alarm");
  }

  private void failed(String message) {
    var report = new HashMap<String, Object>(Map.of("id", message, "status", "failed"));
    house.post("/sandbox/statuses", json(report), "content-type", "application/json");
    house.settle();
  }

  private static byte[] json(Map<String, Object> fields) {
    var text = new StringBuilder("{");
    fields.forEach(
        (name, value) ->
            text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
    return text.append('}').toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void when_the_gateway_is_down_too_both_are_tried_again() throws Exception {
    gateway.close();
    down(3);
    says(PEMBA, "P1", "09:42:00", "ISSUE TRP123 vehicle breakdown");
    assertThat(states("BIKRAM")).containsExactly("sandbox pending alarm");

    for (var i = 0; i < 6; i++) {
      house.move(Duration.ofSeconds(10));
      house.settle();
    }
    assertThat(states("BIKRAM")).containsExactly("sandbox accepted alarm");
  }
}
