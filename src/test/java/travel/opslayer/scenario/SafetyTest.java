package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A lost phone is locked at once, and a PIN stands before what is risky. */
class SafetyTest extends PriyasMorning {

  private static final String BIKRAM = "+9779805550202";
  private static final String PEMBA = "+9779805550301";
  private static final String ANITA = "+9779805550401";
  private static final String DEEPAK = "+9779805550402";

  private int place;

  private void says(String phone, String text) {
    place++;
    var at = house.now().atZone(java.time.ZoneId.of("Asia/Kathmandu")).toLocalDateTime();
    phones.writes(phone, "Somebody", "S" + place, at.toString(), text);
    answered();
  }

  private void taps(String phone, String choice) {
    place++;
    phones.taps(phone, "S" + place, choice);
    answered();
  }

  private List<String> templates(String phone) {
    return phones.of(phone).stream().map(Phones.Shown::template).toList();
  }

  private String ask(String path, @Nullable String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(house.address().resolve(path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json");
    var asked = body == null ? request.GET() : request.PUT(BodyPublishers.ofString(body));
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(asked.build(), BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }

  private int setsPin(String code, String pin) throws IOException, InterruptedException {
    var answer = ask("/api/v1/people/" + code + "/pin", "{\"pin\":\"" + pin + "\"}");
    return Integer.parseInt(answer.substring(0, 3));
  }

  @Test
  void a_locked_phone_is_nobody_and_sos_still_works() {
    phones.at(DAY + "11:00:00");
    says(PEMBA, "my trips");
    assertThat(last(PEMBA).template()).isEqualTo("trip/my_trips");
    says(BIKRAM, "lock pemba");
    assertThat(last(BIKRAM).template()).isEqualTo("safety/locked_done");
    assertThat(last(BIKRAM).text()).contains("Pemba");
    assertThat(last(ANITA).template()).isEqualTo("safety/locked_notice");

    says(PEMBA, "my trips");
    assertThat(last(PEMBA).template()).isEqualTo("safety/locked");
    taps(PEMBA, "check_in@TRP123");
    assertThat(last(PEMBA).template()).isEqualTo("safety/locked");
    assertThat(house.column("SELECT state FROM crew WHERE state = 'checked_in'")).isEmpty();
    says(PEMBA, "SOS");
    assertThat(last(PEMBA).template()).isEqualTo("sos/answer");
    assertThat(last(ANITA).template()).isEqualTo("sos/alert");
    assertThat(last(ANITA).text()).contains("Pemba", "THIS PHONE WAS REPORTED LOST");
  }

  @Test
  void what_was_meant_for_its_owner_goes_to_managers() {
    phones.at(DAY + "11:00:00");
    says(BIKRAM, "lock sarita");
    writes("P1", "11:04:10", "Hi, 2 log hai EBC ke liye 15 march wala, kitna paisa?");

    assertThat(templates(SARITA)).isEmpty();
    says(SARITA, "quote ld-301 ebc0315 x2");
    assertThat(templates(SARITA)).containsExactly("safety/locked");
    assertThat(house.count("SELECT count(*) FROM core.quote_revisions")).isZero();
  }

  @Test
  void whose_is_asked_and_nobody_outside_locks_anything() {
    phones.at(DAY + "11:00:00");
    says(BIKRAM, "lock somebody");
    assertThat(last(BIKRAM).template()).isEqualTo("safety/who");
    says(PRIYA, "lock pemba");
    assertThat(house.count("SELECT count(*) FROM phone_locks")).isZero();
    says(BIKRAM, "lock my phone");
    assertThat(house.count("SELECT count(*) FROM phone_locks")).isEqualTo(1);
    says(BIKRAM, "unlock bikram");
    assertThat(last(BIKRAM).template()).isEqualTo("safety/locked");
  }

  @Test
  void two_managers_unlock_it() {
    phones.at(DAY + "11:00:00");
    says(BIKRAM, "lock pemba");
    says(ANITA, "unlock pemba");
    assertThat(last(ANITA, "safety/unlock_asked").text()).contains("second manager");
    assertThat(last(DEEPAK).template()).isEqualTo("safety/unlock_ask");
    assertThat(last(DEEPAK).choices()).containsExactly("unlock_phone@LK-1");
    taps(ANITA, "unlock_phone@LK-1");
    assertThat(templates(PEMBA)).isEmpty();
    assertThat(house.count("SELECT count(*) FROM phone_locks WHERE unlocked_at IS NULL"))
        .isEqualTo(1);

    taps(DEEPAK, "unlock_phone@LK-1");
    assertThat(last(DEEPAK).template()).isEqualTo("safety/unlocked");
    assertThat(last(PEMBA).template()).isEqualTo("safety/usable_again");
    says(PEMBA, "my trips");
    assertThat(last(PEMBA).template()).isEqualTo("trip/my_trips");
  }

  @Test
  void or_one_with_a_pin_which_nobody_reads_again() throws Exception {
    phones.at(DAY + "11:00:00");
    assertThat(setsPin("ANITA", "4711")).isEqualTo(204);
    assertThat(setsPin("ANITA", "47")).isEqualTo(400);
    assertThat(setsPin("TOM", "4711")).isEqualTo(400);
    assertThat(
            house.column(
                "SELECT a.actor || ' ' || a.result FROM whatsapp_audit_logs a JOIN people p"
                    + " ON p.id::text = a.subject WHERE p.code = 'ANITA' AND a.action = 'set_pin'"))
        .containsExactly("api permitted");
    says(BIKRAM, "lock pemba");
    says(ANITA, "pin 4711");
    assertThat(last(ANITA).template()).isEqualTo("safety/pin_good");
    says(ANITA, "unlock pemba");
    assertThat(last(ANITA).template()).isEqualTo("safety/unlocked");

    assertThat(house.rows("SELECT * FROM staff_pins").toString()).doesNotContain("4711");
    assertThat(ask("/api/v1/messages?limit=50", null)).contains("••••").doesNotContain("4711");
    assertThat(house.column("SELECT facts::text FROM decisions"))
        .noneMatch(it -> it.contains("4711"));
  }

  @Test
  void a_pin_counts_for_some_minutes_only() throws Exception {
    phones.at(DAY + "11:00:00");
    setsPin("ANITA", "4711");
    says(BIKRAM, "lock pemba");
    says(ANITA, "pin 4711");
    house.move(java.time.Duration.ofMinutes(11));
    says(ANITA, "unlock pemba");
    assertThat(templates(ANITA)).contains("safety/unlock_asked");
  }

  @Test
  void three_wrong_ones_and_none_counts_and_managers_know() throws Exception {
    phones.at(DAY + "11:00:00");
    setsPin("BIKRAM", "4711");
    says(BIKRAM, "pin 1111");
    says(BIKRAM, "pin 2222");
    assertThat(last(BIKRAM).template()).isEqualTo("safety/pin_wrong");
    says(BIKRAM, "pin 3333");
    assertThat(last(BIKRAM).template()).isEqualTo("safety/pin_blocked");
    assertThat(last(ANITA).template()).isEqualTo("safety/pin_blocked_notice");
    says(BIKRAM, "pin 4711");
    assertThat(last(BIKRAM).template()).isEqualTo("safety/pin_blocked");

    house.move(java.time.Duration.ofMinutes(61));
    says(BIKRAM, "pin 4711");
    assertThat(last(BIKRAM).template()).isEqualTo("safety/pin_good");
    says(SARITA, "pin 4711");
    assertThat(last(SARITA).template()).isEqualTo("safety/pin_none");
  }
}
