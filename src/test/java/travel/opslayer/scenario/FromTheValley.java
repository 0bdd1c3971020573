package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.House;
import travel.opslayer.operations.SilentTrips;
import travel.opslayer.timer.DueTimers;

/** 27 October, day ten of TRP118: Pemba was heard last at 05:50, and then he has no signal. */
abstract class FromTheValley {

  static final String PEMBA = "+9779805550301";
  static final String BIKRAM = "+9779805550202";
  static final String ANITA = "+9779805550401";
  static final String DEEPAK = "+9779805550402";
  static final String DAY = "2026-10-27T";

  final House house = House.with(true, Map.of());
  final Phones phones = new Phones(house);

  /** When a message comes, and what sends it then. */
  private final Map<String, Runnable> underWay = new TreeMap<>();

  @BeforeEach
  void nobodyHearsOfThem() {
    phones.at(DAY + "05:50:00");
    for (var it : List.of(PEMBA, BIKRAM, ANITA, DEEPAK)) {
      phones.writes(it, "x", "W" + it, DAY + "05:50:00", "thanks");
    }
    later("05:50:02");
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** It is so late, and all that can be answered is. */
  void later(String at) {
    phones.at(DAY + at);
    house.settle();
  }

  void clock(String at) {
    phones.at(DAY + at);
    house.bean(SilentTrips.class).runOnce();
    DueTimers.fire(house);
    house.settle();
  }

  /** S1: the watch over their silence. */
  void silence() {
    clock("06:51:00");
    clock("13:50:00");
  }

  void taps(String phone, String id, String at, String choice) {
    phones.at(DAY + at);
    phones.tapsAt(phone, id, DAY + at, choice);
    house.settle();
  }

  void writes(String phone, String id, String at, String text) {
    sends(phone, id, at, at, text);
    house.move(java.time.Duration.ofSeconds(1));
    house.settle();
  }

  /** Written at one time, and received at another. */
  void sends(String phone, String id, String sent, String comes, String text) {
    phones.at(DAY + comes);
    phones.quotes(phone, id, null, DAY + sent, text);
    house.settle();
  }

  /** It comes later, whatever is written after it. */
  void waits(String id, String sent, String comes, String text) {
    underWay.put(comes + id, () -> sends(PEMBA, id, sent, comes, text));
  }

  void shows(String id, String sent, String comes, String caption, int shade) {
    underWay.put(
        comes + id,
        () -> {
          phones.at(DAY + comes);
          var media =
              Map.<String, Object>of(
                  "kind",
                  "image",
                  "caption",
                  caption,
                  "base64",
                  PembasAlbum.picture(400, 300, shade));
          phones.shows(PEMBA, id, DAY + sent, media);
          house.settle();
        });
  }

  /** All of it comes, out of order. */
  void signal() {
    underWay.values().forEach(Runnable::run);
    underWay.clear();
  }

  /** G1 to G6 and thirteen more pictures, as they come. */
  void burst() {
    waits("G6", "16:38:40", "16:40:02", "extra night cancel, aafai milyo 👍");
    waits("G1", "16:38:31", "16:40:03", "6:30 ma gorakshep pugyo, 9 jana thik");
    waits("G4", "16:38:36", "16:40:03", "10 baje 1 jana (nair) ko tauko dukhyo, aile thik cha");
    waits("G3", "16:38:34", "16:40:04", "need 1 extra night lobuche for 2 pax, approve garnu");
    shows("G2", "16:38:33", "16:40:05", "kala patthar 7:45 🏔️", 1);
    waits("G5", "16:38:38", "16:40:06", "resolved");
    for (var i = 2; i <= 14; i++) {
      var at = 7 + (i - 2) * 14;
      shows("A" + i, "16:38:33", "16:4%d:%02d".formatted(at / 60, at % 60), "", i);
    }
    signal();
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  List<Phones.Shown> all(String phone, String template) {
    return phones.of(phone).stream().filter(it -> it.template().equals(template)).toList();
  }

  void said(String phone, String template, String... parts) {
    assertThat(last(phone).template()).isEqualTo(template);
    assertThat(List.of(parts)).allSatisfy(it -> assertThat(last(phone).text()).contains(it));
  }
}
