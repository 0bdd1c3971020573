package travel.opslayer.scenario;

import org.junit.jupiter.api.Test;

/** Three commands in one bubble, an ambiguous name, "yes close", undo. */
class T13Test extends BikramsAfternoon {

  @Test
  void play() {
    try {
    writes(BIKRAM, "16:10:00", THREE);
    writes(BIKRAM, "16:10:40", "the 329 one");
    writes(BIKRAM, "16:10:58", "yes close");
    taps(BIKRAM, "16:11:05", "close_departure@OP-3~1");
    taps(BIKRAM, "16:11:06", "close_departure@OP-3~1");
    quotes(BIKRAM, "16:12:30", last(BIKRAM, "inventory/closed").id(), "oops undo close, anita said keep open");
    taps(BIKRAM, "16:13:10", "staff_hold:3@OP-1~1");
    } catch (Throwable t) { System.out.println(t); }
    for (var p : new String[]{BIKRAM, TOM, EMMA, CHLOE, KENJI}) { System.out.println("== " + p); phones.of(p).forEach(System.out::println);}
    requests().forEach(System.out::println);
    bookings().forEach(System.out::println);
    list().forEach(System.out::println);
    System.out.println(seats("ABC-0320") + seats("EBC-0315"));
    house.rows("SELECT at, wish, coalesce(facts->>'request_code','') r FROM decisions ORDER BY at").forEach(System.out::println);
  }
}
