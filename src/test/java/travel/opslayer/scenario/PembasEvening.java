package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.House;
import travel.opslayer.timer.DueTimers;

/**
 * The evening before TRP130: eight guests, two of them Spanish, Ram drives, nobody leads; Pemba
 * works elsewhere until 22:30.
 */
abstract class PembasEvening {

  static final String PEMBA = "+9779805550301";
  static final String DAWA = "+9779805550302";
  static final String RAM = "+9779805550303";
  static final String MINGMA = "+9779805550304";
  static final String BIKRAM = "+9779805550202";
  static final String SARITA = "+9779805550201";
  static final String ANITA = "+9779805550401";
  static final String DEEPAK = "+9779805550402";
  static final String DAY = "2026-11-12T";

  final House house = House.with(true, Map.of());
  final Phones phones = new Phones(house);

  @BeforeEach
  void theEveningBefore() {
    work("TRP129", "PEMBA", "lead", "2026-11-12T14:00+05:45", "2026-11-12T22:30+05:45");
    work("TRP130", "RAM", "driver", "2026-11-13T06:00+05:45", "2026-11-13T15:00+05:45");
    house.execute(
        """
        UPDATE people SET language = 'es' WHERE code = 'HANNAH';
        INSERT INTO trip_guests (tenant_id, trip, booking, person_id, name, place, party)
        SELECT 1, 'TRP130', 'BK-1950', id, '', '', 2 FROM people WHERE code = 'HANNAH';
        INSERT INTO trip_guests (tenant_id, trip, booking, person_id, name, place, party)
        SELECT 1, 'TRP130', 'BK-1951', id, '', '', 6 FROM people WHERE code = 'TOM'
        """);
  }

  /** Somebody has accepted work on a trip, which is made where there is none. */
  final void work(String trip, String person, String role, String from, String to) {
    house.execute(
        """
        INSERT INTO trips (tenant_id, code, departure, starts_at, ends_at, zone, state)
        VALUES (1, '%1$s', '%1$s', '%4$s', '%5$s', 'Asia/Kathmandu', 'staffed')
        ON CONFLICT DO NOTHING;
        INSERT INTO crew (tenant_id, id, code, trip, person_id, role, state, starts_at, ends_at,
          created_at)
        SELECT 1, gen_random_uuid(), 'AS-9' || (SELECT count(*) FROM crew), '%1$s', id, '%3$s',
          'accepted', '%4$s', '%5$s', '2026-11-01T00:00Z' FROM people WHERE code = '%2$s'
        """
            .formatted(trip, person, role, from, to));
  }

  @AfterEach
  void close() {
    house.close();
  }

  void writes(String phone, String id, String at, String text) {
    quotes(phone, id, null, at, text);
  }

  void quotes(String phone, String id, String quoted, String at, String text) {
    phones.at(DAY + at);
    phones.quotes(phone, id, quoted, DAY + at, text);
    settle();
  }

  void taps(String phone, String id, String at, String choice) {
    phones.at(DAY + at);
    phones.tapsAt(phone, id, DAY + at, choice);
    settle();
  }

  void clock(String at) {
    phones.at(DAY + at);
    DueTimers.fire(house);
    settle();
    DueTimers.fire(house);
    settle();
  }

  void settle() {
    house.settle();
    house.move(java.time.Duration.ofSeconds(2));
    house.settle();
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  Phones.Shown last(String phone, String template) {
    return phones.of(phone).stream()
        .filter(it -> it.template().equals(template))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError(template + " not in " + told(phone)));
  }

  List<String> told(String phone) {
    return phones.of(phone).stream().map(Phones.Shown::template).toList();
  }

  /** The choice of this action in the last message that has one. */
  String choice(String phone, String action) {
    return phones.of(phone).reversed().stream()
        .flatMap(it -> it.choices().stream())
        .filter(it -> it.startsWith(action))
        .findFirst()
        .orElseThrow(() -> new AssertionError(action + " not in " + phones.of(phone)));
  }

  void said(String phone, String template, String... parts) {
    assertThat(told(phone)).as(phone).endsWith(template);
    assertThat(List.of(parts)).allSatisfy(it -> assertThat(last(phone).text()).contains(it));
  }

  /** Such as: DAWA lead accepted; those of TRP130 that were asked here, the first first. */
  List<String> crew() {
    return house.column(
        """
        SELECT p.code || ' ' || c.role || ' ' || c.state FROM crew c JOIN people p
          ON p.id = c.person_id WHERE c.trip = 'TRP130' AND c.role <> 'driver'
        ORDER BY c.created_at, c.code
        """);
  }
}
