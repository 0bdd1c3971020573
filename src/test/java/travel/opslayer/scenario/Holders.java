package travel.opslayer.scenario;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import travel.opslayer.House;

/** Customers who have said yes to a quote of two seats, one after the other. */
final class Holders {

  static final String SARITA = "+9779805550201";

  private final House house;
  private final Phones phones;
  private int customers;

  Holders(House house, Phones phones) {
    this.house = house;
    this.phones = phones;
  }

  /**
   * Somebody whose seats are on hold.
   *
   * @param booking its code
   * @param path of the link to pay
   */
  record Holder(String phone, String booking, String path) {}

  /** Asks, is quoted and says yes, by the clock of the house. */
  Holder next(String departure, String words) {
    var phone = "+34600%06d".formatted(1000 + customers++);
    phones.writes(phone, phone + " a", now(), words);
    house.settle();
    phones.quotes(
        SARITA,
        phone + " b",
        phones.of(SARITA).getLast().id(),
        "quote LD-%d %s x2".formatted(300 + customers, departure));
    house.settle();
    phones.taps(phone, phone + " c", "accept_quote@Q-" + customers + "~1");
    house.settle();
    var text = phones.of(phone).getLast().text();
    var path = text.substring(text.indexOf("/p/")).split("\\s")[0];
    return new Holder(phone, "BK-" + customers, path);
  }

  int count() {
    return customers;
  }

  private String now() {
    return house
        .now()
        .atZone(ZoneId.of("Asia/Kathmandu"))
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.SECONDS)
        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
  }
}
