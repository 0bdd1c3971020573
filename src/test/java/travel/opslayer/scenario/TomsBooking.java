package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.House;

/** Tom has two seats to Everest in March, all paid; Emma waits for two. */
abstract class TomsBooking {

  static final String TOM = "+447700900103";
  static final String EMMA = "+12025550104";
  static final String SARITA = "+9779805550201";
  static final String ANITA = "+9779805550401";
  static final String DEEPAK = "+9779805550402";
  static final String XAVI = "+34600000199";
  static final String FEBRUARY = "2027-02-01T";

  final House house = House.with(true, Map.of());
  final Phones phones = new Phones(house);
  int number;

  @BeforeEach
  void tomHasTwoSeatsAndEmmaWaits() {
    writes(TOM, "2026-11-12T10:00:00", "EBC 15 march for 2 people");
    writes(SARITA, "2026-11-12T10:05:00", "quote ld301 ebc0315 x2");
    taps(TOM, "2026-11-12T10:10:00", "accept_quote@Q-1~1");
    pays("2026-11-12T10:15:00", 290_000);
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
    house.execute("UPDATE core.departures SET booked = 16 WHERE code = 'EBC-0315'");
    house.execute("UPDATE core.departures SET booked = 11 WHERE code = 'EBC-0329'");
    writes(EMMA, "2027-01-20T10:00:00", "EBC march 15 for 2 people");
    taps(EMMA, "2027-01-20T10:01:00", last(EMMA).choices().getFirst());
    assertThat(last(EMMA).template()).isEqualTo("waitlist/joined");
  }

  @AfterEach
  void close() {
    house.close();
  }

  void asks(String at) {
    writes(
        TOM,
        FEBRUARY + at,
        "hey need to cancel, or maybe move to 29 march? wife broke her ankle 😔 what do we get"
            + " back");
  }

  void sendsNote(String at) {
    phones.at(FEBRUARY + at);
    phones.shows(TOM, "note", "image", "docs note");
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
  }

  void pays(String at, long minor) {
    phones.at(at);
    var text = last(TOM).text();
    var link = text.substring(text.indexOf("http")).split("\\s")[0];
    var body =
        "{\"link\":\"%s\",\"id\":\"pay_1\",\"event\":\"succeeded\",\"amount\":{\"minor\":%d,\"currency\":\"USD\"}}"
            .formatted(link, minor);
    var answer =
        house.post(
            "/sandbox/payments",
            body.getBytes(StandardCharsets.UTF_8),
            "content-type",
            "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    house.settle();
  }

  void writes(String phone, String at, String text) {
    quotes(phone, at, null, text);
  }

  void quotes(String phone, String at, @Nullable String quoted, String text) {
    phones.at(at);
    phones.quotes(phone, "m" + ++number, quoted, at, text);
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
  }

  void taps(String phone, String at, String choice) {
    phones.at(at);
    phones.taps(phone, "t" + ++number, choice);
    house.settle();
  }

  String choice(String phone, String action) {
    return phones.of(phone).stream()
        .flatMap(it -> it.choices().stream())
        .filter(it -> it.startsWith(action + "@"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  String booking() {
    return house
        .column(
            "SELECT code || ' ' || state || ' ' || departure || ' x' || party || ' of ' ||"
                + " total_minor FROM core.bookings ORDER BY code")
        .getFirst();
  }

  List<String> ledger() {
    return house.column("SELECT kind || ' ' || amount_minor FROM core.ledger ORDER BY place");
  }

  List<String> refunds() {
    return house.column("SELECT state || ' ' || amount_minor FROM refunds ORDER BY code");
  }

  String seats(String departure) {
    return house
        .column(
            "SELECT held || ' held, ' || booked || ' booked' FROM core.departures WHERE code = ?",
            departure)
        .getFirst();
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }
}
