package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Managers say yes on the phone: which one, all of them, twice, on terms, too late. */
class T15Test extends AnitasEvening {

  @Test
  void an_ok_that_could_mean_several_is_answered_with_a_list() {
    writes(ANITA, FEBRUARY + "18:40:00", "ok");

    assertThat(last(ANITA).template()).isEqualTo("approval/waiting");
    assertThat(last(ANITA).text())
        .contains("3 things wait", "AP-2 discount 8 %", "EBC-0329 x3", "-USD 348")
        .contains("AP-3 refund USD 1450", "AP-4 discount 8 %");
    assertThat(last(ANITA).choices())
        .containsExactly(
            "show_approval@AP-2", "show_approval@AP-3", "show_approval@AP-4", "approve_all@AP");
    assertThat(approvals()).containsOnlyOnce("AP-2 pending", "AP-3 pending", "AP-4 pending");
  }

  @Test
  void all_at_once_are_only_the_small_ones() {
    writes(ANITA, FEBRUARY + "18:40:30", "approve all");

    assertThat(approvals()).contains("AP-2 approved", "AP-3 pending", "AP-4 approved");
    assertThat(votes("AP-3")).isEmpty();
    assertThat(last(ANITA).text())
        .contains("AP-2 is approved", "AP-4 is approved", "AP-3 must be looked at by itself")
        .contains("USD 1450");
    assertThat(last(ANITA).choices()).containsExactly("approve@AP-3", "reject@AP-3");
    assertThat(last(SARITA).text()).contains("AP-2", "AP-4");
  }

  @Test
  void two_agree_in_any_order_and_each_knows_of_the_other() {
    taps(ANITA, FEBRUARY + "18:41:00", "approve@AP-3");

    assertThat(last(ANITA).template()).isEqualTo("approval/counted");
    assertThat(last(ANITA).text()).contains("Your yes for AP-3 is in", "Waiting for Deepak");
    assertThat(last(DEEPAK).template()).isEqualTo("approval/second");
    assertThat(last(DEEPAK).text()).contains("Anita said yes at 18:41", "You are the second");
    assertThat(last(DEEPAK).choices()).containsExactly("approve@AP-3", "reject@AP-3");
    assertThat(refunds()).containsExactly("asked 145000");

    taps(DEEPAK, FEBRUARY + "18:42:40", "approve@AP-3");

    assertThat(last(ANITA).template()).isEqualTo("approval/complete");
    assertThat(last(ANITA).text()).contains("AP-3 is complete", "Deepak", "USD 1,450");
    assertThat(votes("AP-3")).containsExactly("ANITA yes", "DEEPAK yes");
    house.move(Duration.ofMinutes(2));
    house.settle();
    assertThat(refunds()).containsExactly("done 145000");
    assertThat(house.count("SELECT count(*) FROM sandbox_refunds")).isEqualTo(1);
  }

  @Test
  void the_second_may_be_the_first() {
    taps(DEEPAK, FEBRUARY + "18:41:00", "approve@AP-3");
    assertThat(last(ANITA).template()).isEqualTo("approval/second");
    taps(ANITA, FEBRUARY + "18:42:00", "approve@AP-3");

    assertThat(last(DEEPAK).template()).isEqualTo("approval/complete");
    assertThat(votes("AP-3")).containsExactly("DEEPAK yes", "ANITA yes");
  }

  @Test
  void a_yes_with_another_sum_is_none_and_the_button_still_counts() {
    taps(ANITA, FEBRUARY + "18:41:00", "approve@AP-3");
    var asked = last(DEEPAK);
    quotes(DEEPAK, FEBRUARY + "18:42:10", asked.id(), "ok but max 1300, bank fee ours no");

    assertThat(last(DEEPAK).template()).isEqualTo("approval/unclear");
    assertThat(last(DEEPAK).text()).contains("USD 1450", "you write USD 1,300");
    assertThat(last(DEEPAK).choices())
        .containsExactly("approve@AP-3", "propose_amount:130000@AP-3", "reject@AP-3");
    assertThat(votes("AP-3")).containsExactly("ANITA yes");

    taps(DEEPAK, FEBRUARY + "18:42:40", asked.choices().getFirst());
    assertThat(votes("AP-3")).containsExactly("ANITA yes", "DEEPAK yes");
    assertThat(refunds()).doesNotContain("asked 145000").allMatch(it -> it.endsWith(" 145000"));
  }

  @Test
  void another_sum_is_passed_on_and_changes_nothing() {
    taps(ANITA, FEBRUARY + "18:41:00", "approve@AP-3");
    quotes(DEEPAK, FEBRUARY + "18:42:10", last(DEEPAK).id(), "ok but max 1300");
    taps(DEEPAK, FEBRUARY + "18:42:30", "propose_amount:130000@AP-3");

    assertThat(last(ANITA).template()).isEqualTo("approval/proposed_notice");
    assertThat(last(ANITA).text()).contains("Deepak", "USD 1,300", "AP-3");
    assertThat(approvals()).contains("AP-3 pending");
    assertThat(refunds()).containsExactly("asked 145000");
  }

  @Test
  void a_condition_is_no_yes_and_a_note_is_none_the_less() {
    quotes(ANITA, FEBRUARY + "18:41:00", asked(ANITA, "approve@AP-2"), "ok if he pays today");
    assertThat(last(ANITA).template()).isEqualTo("approval/unclear");
    assertThat(approvals()).contains("AP-2 pending");

    quotes(ANITA, FEBRUARY + "18:42:00", asked(ANITA, "approve@AP-2"), "ok 8 is fine this time");
    assertThat(approvals()).contains("AP-2 approved");
  }

  @Test
  void a_plain_yes_in_words_counts() {
    quotes(ANITA, FEBRUARY + "18:41:00", asked(ANITA, "approve@AP-2"), "ok 👍");
    writes(ANITA, FEBRUARY + "18:42:00", "approve 4");

    assertThat(approvals()).contains("AP-2 approved", "AP-4 approved");
  }

  @Test
  void yesterdays_button_says_what_has_happened_since() {
    taps(ANITA, FEBRUARY + "18:44:00", "approve@AP-1");

    assertThat(last(ANITA).template()).isEqualTo("approval/over");
    assertThat(last(ANITA).text()).contains("AP-1", "ran out yesterday at 14:10", "Since then");
    assertThat(approvals()).contains("AP-1 expired");
    assertThat(votes("AP-1")).isEmpty();
  }

  /** The message that showed this choice. */
  private String asked(String phone, String choice) {
    return phones.of(phone).stream()
        .filter(it -> it.choices().contains(choice))
        .reduce((first, second) -> second)
        .orElseThrow()
        .id();
  }
}
