package travel.opslayer.decision.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> ROLES = List.of("customer", "sales", "tour_guide", "finance");

  @Test
  void a_slip_of_the_hand_is_understood_and_another_word_is_not() {
    assertThat(Nearest.advice("custmer", ROLES)).isEqualTo("'customer'?");
    assertThat(Nearest.advice("salse", ROLES)).isEqualTo("'sales'?");
    assertThat(Nearest.advice("guide", ROLES)).isEqualTo("'tour_guide'?");
    assertThat(Nearest.advice("boss", ROLES))
        .isEqualTo("one of: customer, sales, tour_guide, finance.");
  }

  @Test
  void letter_case_and_the_sign_between_words_make_no_difference() {
    assertThat(Nearest.same(" Tour-Guide ", ROLES)).contains("tour_guide");
    assertThat(Nearest.same("FINANCE", ROLES)).contains("finance");
    assertThat(Nearest.same("tourguide", ROLES)).isEmpty();
  }

  @Test
  void a_long_list_is_not_read_out() {
    var many = List.of("a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "j10", "k11");

    assertThat(Nearest.advice("zzzzzz", many)).isEmpty();
  }
}
