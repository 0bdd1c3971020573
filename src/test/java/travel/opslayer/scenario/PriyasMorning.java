package travel.opslayer.scenario;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import travel.opslayer.House;

/** Priya is unknown, it is 9 November, and three seats of EBC-0315 are free. */
abstract class PriyasMorning {

  static final String PRIYA = "+919800000102";
  static final String SARITA = "+9779805550201";
  static final String DAY = "2026-11-09T";
  static final String FOUR =
      "Hi, 2 log hai EBC ke liye 15 march wala, kitna paisa? airport se pickup milega? n can v pay"
          + " half now half later.. also mere frnd ko visa letter chahiye 🙏";
  static final String TOKEN = "a-token-for-those-who-look-after-leads";
  static final String PASSPORT = "ye mere frnd ka passport for visa letter";

  final House house = House.with(true, Map.of("opslayer.api-token", TOKEN));
  final Phones phones = new Phones(house);

  @AfterEach
  void close() {
    house.close();
  }

  /** Written then, and answered when nothing more comes. */
  void writes(String id, String at, String text) {
    phones.at(DAY + at);
    phones.writes(PRIYA, "Priya", id, DAY + at, text);
    answered();
  }

  void answered() {
    house.settle();
    house.moveTo(house.now().plusSeconds(5));
    house.settle();
  }

  void taps(String phone, String id, String at, String choice) {
    phones.at(DAY + at);
    phones.taps(phone, id, choice);
    house.settle();
  }

  /** P1. */
  void asksFourThings() {
    writes("P1", "11:04:10", FOUR);
  }

  /** P3, which S4 answers. */
  void confirmsWithoutAQuote() {
    writes("P3", "11:05:02", "haan confirm kar do");
  }

  /** P4 and P5, which S5 and S6 answer. */
  void areThreeAndShowAPassport() {
    phones.at(DAY + "11:05:20");
    phones.writes(PRIYA, "Priya", "P4", DAY + "11:05:20", "arre 3 log ho gaye, my cousin also");
    phones.at(DAY + "11:05:22");
    phones.shows(PRIYA, "P5", "image", PASSPORT);
    answered();
  }

  /** What the admin API says about the lead. */
  String timeline() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(house.address().resolve("/api/v1/timeline?object=LD-301"))
            .header("Authorization", "Bearer " + TOKEN)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  Phones.Shown last(String phone, String template) {
    return phones.of(phone).stream()
        .filter(it -> it.template().equals(template))
        .reduce((one, other) -> other)
        .orElseThrow(() -> new AssertionError(template + " was not said: " + phones.of(phone)));
  }

  /** The id of the choice of this action on the last message of this text. */
  String choice(String template, String action) {
    return last(PRIYA, template).choices().stream()
        .filter(it -> it.startsWith(action))
        .findFirst()
        .orElseThrow(() -> new AssertionError(action + " is not offered."));
  }
}
