package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.decision.Decision.Outcome;

/**
 * The tables of overviews and of what is booked for a customer: what fits, and what just does not.
 */
class OverviewRulesTest {

  @ParameterizedTest
  @CsvSource({
    "show_pipeline, sales, true",
    "show_pipeline, operations, true",
    "show_pipeline, manager, true",
    "show_pipeline, field, false",
    "show_pipeline, customer, false",
    "show_bookings, operations, true",
    "show_bookings, field, false",
    "show_figures, manager, true",
    "show_figures, operations, false",
    "show_rota, field, true",
    "show_rota, customer, false",
    "book_for, sales, true",
    "book_for, field, false",
    "book_for, customer, false"
  })
  void who_may(String action, String role, boolean may) {
    assertThat(Rules.decide(action, "sender_role", role).outcome() instanceof Outcome.Permitted)
        .isEqualTo(may);
  }

  @Test
  void a_lead_is_shown_when_there_is_one() {
    var known = Rules.decide("show_lead", "sender_role", "sales", "overview_lead", "LD-301");
    var unknown = Rules.decide("show_lead", "sender_role", "sales");

    assertThat(known.outcome()).isInstanceOf(Outcome.Permitted.class);
    assertThat(unknown.outcome()).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "pipeline, true, show_pipeline",
    "figures, true, show_figures",
    "bookings, true, show_bookings",
    "rota, true, show_rota",
    "rota, false, not_understood",
    "pipeline, false, not_understood"
  })
  void what_they_ask_for(String view, boolean staff, String wish) {
    assertThat(Rules.wish("overview_view", view, "message_kind", "text", "sender_staff", staff))
        .startsWith(wish);
  }

  @Test
  void a_draft_that_is_answered_is_no_booking() {
    assertThat(book(false)).startsWith("book_for");
    assertThat(book(true)).doesNotContain("book_for");
  }

  private static String book(boolean draft) {
    return Rules.wish(
        "book_for_asked",
        true,
        "offer_draft",
        draft,
        "offer_changed",
        false,
        "message_kind",
        "text",
        "sender_staff",
        true);
  }
}
