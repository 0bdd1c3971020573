package travel.opslayer.decision.drools;

import static travel.opslayer.decision.drools.Offers.check;

import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days, lengths of time, money and numbers as staff write them: what fits and what just does not.
 */
class OffersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3                  | 3  | 2
          2-5                | 5  | 6
          2 - 5              | 2  | 1
          2–5                | 5  | 6
          2 to 5             | 5  | 6
          from 2 to 5        | 2  | 1
          between 2 and 5    | 5  | 6
          >= 5               | 5  | 4
          ≥5                 | 5  | 4
          5+                 | 5  | 4
          5 or more          | 5  | 4
          from 5             | 5  | 4
          at least 5         | 5  | 4
          up to 5            | 5  | 6
          at most 5          | 5  | 6
          5 or fewer         | 5  | 6
          <= 5               | 5  | 6
          more than 5        | 6  | 5
          over 5             | 6  | 5
          > 5                | 6  | 5
          less than 5        | 4  | 5
          under 5            | 4  | 5
          < 5                | 4  | 5
          2, 5, 8-10         | 9  | 7
          2 or 4             | 4  | 3
          2/4                | 2  | 3
          not 5              | 4  | 5
          not 2, 4           | 3  | 4
          >= P-LARGE         | 8  | 7
          p-large            | 8  | 7
          2 to P-LARGE       | 8  | 9
          not P-LARGE        | 7  | 8
          """)
  void numbers(String cell, long fits, long near) {
    check("People", cell, Map.of("party_size", fits), Map.of("party_size", near));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2027-03-15                     | 20270315 | 20270316
          2027/3/15                      | 20270315 | 20270314
          15.3.2027                      | 20270315 | 20270316
          15. 3. 2027                    | 20270315 | 20270316
          15 Mar 2027                    | 20270315 | 20270316
          15 March 2027                  | 20270315 | 20270316
          15th March 2027                | 20270315 | 20270316
          15-Mar-2027                    | 20270315 | 20270316
          Mar 15, 2027                   | 20270315 | 20270316
          15/3/2027                      | 20270315 | 20270316
          3/15/2027                      | 20270315 | 20270316
          4/4/2027                       | 20270404 | 20270403
          >= 2027-03-15                  | 20270315 | 20270314
          from 15.3.2027                 | 20270315 | 20270314
          after 15 Mar 2027              | 20270316 | 20270315
          before 15 Mar 2027             | 20270314 | 20270315
          until 15 Mar 2027              | 20270315 | 20270316
          15 Mar 2027 or later           | 20270401 | 20270314
          2027-03-15 to 2027-04-01       | 20270401 | 20270402
          15 Mar 2027 - 1 Apr 2027       | 20270320 | 20270314
          from 15.3.2027 until 1.4.2027  | 20270315 | 20270402
          15 Mar 2027, 17 Mar 2027       | 20270317 | 20270316
          Mar 15, 2027; Mar 17, 2027     | 20270317 | 20270316
          not 15 Mar 2027                | 20270316 | 20270315
          P-SEASON                       | 20270315 | 20270316
          >= P-SEASON                    | 20270315 | 20270314
          P-SEASON to 2027-04-01         | 20270401 | 20270402
          """)
  void days(String cell, long fits, long near) {
    check("Trip starts", cell, Map.of("trip_start", fits), Map.of("trip_start", near));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          15 Mar 2027                | 2027-03-15 | 2027-03-16
          15 Mar 2027, 17.3.2027     | 2027-03-17 | 2027-03-16
          not P-SEASON               | 2027-03-16 | 2027-03-15
          """)
  void days_that_are_kept_as_text(String cell, String fits, String near) {
    check("Holiday", cell, Map.of("trip_holiday", fits), Map.of("trip_holiday", near));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          90 min               | 5400   | 5399
          2 h                  | 7200   | 7199
          1 day                | 86400  | 86401
          1 h 30 min           | 5400   | 5401
          1h30min              | 5400   | 5401
          > 90 min             | 5401   | 5400
          more than 1 week     | 604801 | 604800
          90 min or longer     | 5400   | 5399
          90 min - 2 h         | 7200   | 7201
          from 1 day to 3 days | 86400  | 86399
          2 h, 3 h             | 10800  | 9000
          P-QUIET              | 5400   | 5401
          up to P-QUIET        | 5400   | 5401
          >= P-FIRSTREPLY      | 900    | 899
          """)
  void lengths_of_time(String cell, long fits, long near) {
    check("Silent for", cell, Map.of("lead_silence", fits), Map.of("lead_silence", near));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          USD 1,450              | USD | 145000   | 145001
          1450 USD               | USD | 145000   | 144999
          usd1450                | USD | 145000   | 144999
          US$ 1,450.00           | USD | 145000   | 144999
          1.450,00 €             | EUR | 145000   | 145001
          €1.450                 | EUR | 145000   | 145001
          EUR 12,5               | EUR | 1250     | 1251
          EUR 0.99               | EUR | 99       | 100
          CHF 1'450.50           | CHF | 145050   | 145051
          1 450,00 EUR           | EUR | 145000   | 145001
          NPR 1,45,000           | NPR | 14500000 | 14500001
          ₹ 1,45,000.50          | INR | 14500050 | 14500051
          JPY 14500              | JPY | 14500    | 14501
          KWD 1450               | KWD | 1450000  | 1450001
          KWD 1.4560             | KWD | 1456     | 1457
          >= USD 1,450           | USD | 145000   | 144999
          up to 1450 USD         | USD | 145000   | 145001
          more than USD 1,450    | USD | 145001   | 145000
          USD 500 - 1,000        | USD | 100000   | 100001
          500-1,000 USD          | USD | 50000    | 49999
          USD 500 to USD 1,000   | USD | 50000    | 49999
          USD 500, USD 700       | USD | 70000    | 60000
          P-DEPOSIT              | USD | 145000   | 144999
          >= P-DEPOSIT           | USD | 145000   | 144999
          P-DEPOSIT to USD 2,000 | USD | 200000   | 200001
          """)
  void money(String cell, String currency, long fits, long near) {
    check(
        "Total",
        cell,
        Map.of("quote_total", fits, "quote_currency", currency),
        Map.of("quote_total", near, "quote_currency", currency));
    check(
        "Total",
        cell,
        Map.of("quote_total", fits, "quote_currency", currency),
        Map.of("quote_total", fits, "quote_currency", "AUD"));
    check(
        "Total",
        cell,
        Map.of("quote_total", fits, "quote_currency", currency),
        Map.of("quote_total", fits));
  }

  @Test
  void a_parameter_may_stand_for_a_word_a_code_and_for_yes_or_no() {
    check("Role", "P-BOSS", Map.of("sender_role", "manager"), Map.of("sender_role", "sales"));
    check("Role", "not P-BOSS", Map.of("sender_role", "sales"), Map.of("sender_role", "manager"));
    check(
        "Role", "sales, P-BOSS", Map.of("sender_role", "manager"), Map.of("sender_role", "guide"));
    check("Product", "P-MAIN", Map.of("product_code", "EBC"), Map.of("product_code", "P-MAIN"));
    check("Own lead", "P-STRICT", Map.of("lead_own", true), Map.of("lead_own", false));
  }

  @Test
  void a_day_that_a_workbook_keeps_as_one_is_a_day() {
    var day = LocalDateTime.of(2027, 3, 15, 0, 0);
    var table = Workbooks.offers(it -> Workbooks.styled(it, 5, "dd/mm/yyyy").setCellValue(day));

    check(
        table,
        Map.of("sender_role", "customer", "party_size", 2L, "trip_start", 20270315L),
        Map.of("sender_role", "customer", "party_size", 2L, "trip_start", 20270316L));
  }
}
