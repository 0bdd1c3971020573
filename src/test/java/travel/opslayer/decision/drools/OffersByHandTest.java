package travel.opslayer.decision.drools;

import static travel.opslayer.decision.drools.Offers.check;
import static travel.opslayer.decision.drools.Office.file;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same days, times and sums in rules by hand. */
class OffersByHandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          party_size >= P-LARGE              | party_size     | 8        | 7
          party_size >= "P-LARGE"            | party_size     | 8        | 7
          party_size in (2, P-LARGE)         | party_size     | 8        | 7
          trip_start >= "15 Mar 2027"        | trip_start     | 20270315 | 20270314
          trip_start < P-SEASON              | trip_start     | 20270314 | 20270315
          trip_start in ("P-SEASON")         | trip_start     | 20270315 | 20270314
          lead_silence > "90 min"            | lead_silence   | 5401     | 5400
          lead_silence > P-QUIET             | lead_silence   | 5401     | 5400
          lead_silence not in ("2 h")        | lead_silence   | 7201     | 7200
          quote_total >= "USD 1,450"         | quote_total    | 145000   | 144999
          quote_total >= P-DEPOSIT           | quote_total    | 145000   | 144999
          """)
  void the_same_in_rules_by_hand(String when, String field, long fits, long near) {
    var rule =
        file(
            "20-authorise/offers.drl",
            "rule \"offer\"\nwhen\n  Situation(%s)\nthen\n  decision.permit(\"ask_price\");\nend\n"
                .formatted(when));

    check(
        rule,
        Map.of(field, fits, "quote_currency", "USD"),
        Map.of(field, near, "quote_currency", "USD"));
  }

  @Test
  void words_of_rules_by_hand_may_be_parameters() {
    var rule =
        file(
            "20-authorise/offers.drl",
            """
            rule "offer"
            when
              Situation(sender_role == "P-BOSS", lead_own == P-STRICT, trip_holiday != "P-SEASON")
            then
              decision.permit("ask_price");
            end
            """);

    check(
        rule,
        Map.of("sender_role", "manager", "lead_own", true, "trip_holiday", "2027-03-16"),
        Map.of("sender_role", "manager", "lead_own", true, "trip_holiday", "2027-03-15"));
  }
}
