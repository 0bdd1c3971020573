package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.timer.DueTimers;

/**
 * Three requests wait for Anita: a discount for Priya (AP-2), Tom's refund that two managers decide
 * (AP-3) and a discount for Kenji (AP-4), in place of a driver's overtime. AP-1 ran out yesterday,
 * and Sarita has solved it in another way.
 */
abstract class AnitasEvening extends TomsBooking {

  static final String PRIYA = "+919800000102";
  static final String KENJI = "+819000000105";
  static final String BIKRAM = "+9779805550202";
  static final String YESTERDAY = "2027-01-31T";

  @BeforeEach
  void threeRequestsWait() {
    writes(PRIYA, YESTERDAY + "10:00:00", "EBC 29 march for 3 people");
    writes(KENJI, YESTERDAY + "10:01:00", "EBC 29 march for 1 person");
    asksDiscount("10:10", "LD-303", 3);
    assertThat(last(ANITA).choices()).containsExactly("approve@AP-1", "reject@AP-1");
    phones.at(YESTERDAY + "14:10:30");
    DueTimers.fire(house);
    house.settle();
    taps(SARITA, YESTERDAY + "14:30:00", "send_within@Q-2");
    asks("17:30:00");
    taps(TOM, FEBRUARY + "17:31:00", choice(TOM, "show_cancel"));
    asksDiscountToday("17:29:00", "LD-303", 3);
    taps(TOM, FEBRUARY + "17:31:30", choice(TOM, "cancel_booking"));
    asksDiscountToday("17:40:00", "LD-304", 1);
    DueTimers.fire(house);
    house.settle();
    assertThat(approvals())
        .containsExactly("AP-1 expired", "AP-2 pending", "AP-3 pending", "AP-4 pending");
  }

  private void asksDiscount(String at, String lead, int party) {
    discount(YESTERDAY + at + ":00", lead, party);
  }

  void asksDiscountToday(String at, String lead, int party) {
    discount(FEBRUARY + at, lead, party);
  }

  private void discount(String at, String lead, int party) {
    writes(SARITA, at, "quote %s ebc0329 x%d 8%%".formatted(lead, party));
    assertThat(last(SARITA).template()).isEqualTo("quote/over_limit");
    taps(SARITA, at, choice(SARITA, "ask_approval"));
  }

  List<String> approvals() {
    return house.column("SELECT code || ' ' || state FROM approvals ORDER BY length(code), code");
  }

  List<String> votes(String approval) {
    return house.column(
        "SELECT p.code || CASE WHEN v.yes THEN ' yes' ELSE ' no' END FROM approval_votes v"
            + " JOIN people p ON p.id = v.person_id JOIN approvals a ON a.id = v.approval_id"
            + " WHERE a.code = ? ORDER BY v.at, p.code",
        approval);
  }
}
