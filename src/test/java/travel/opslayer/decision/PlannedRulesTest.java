package travel.opslayer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.drools.Office;

/**
 * Rules that their authors have dated come into force on their day, and what was before goes on.
 */
class PlannedRulesTest extends RulesOnDisk {

  private static final String RELEASE = "release.csv";
  private static final Instant SIX = Instant.parse("2026-12-01T06:00:00Z");

  @Test
  void dated_rules_wait_and_those_before_go_on() throws IOException {
    folder.load();
    plan("1 Dec 2026,06:00,SARITA,guides sell now");
    look(2);

    assertThat(guideMayAskForPrices()).isFalse();
    assertThat(shelf.problems()).isEmpty();
    var planned = shelf.planned().orElseThrow();
    assertThat(planned.from()).isEqualTo(SIX);
    assertThat(planned.release().label().who()).isEqualTo("SARITA");
    assertThat(accepted).hasSize(1);
  }

  @Test
  void they_come_into_force_at_their_moment_and_not_before() throws IOException {
    folder.load();
    plan("1 Dec 2026,06:00,SARITA,guides sell now");
    look(2);

    now.set(SIX.minusSeconds(1));
    look(2);
    assertThat(guideMayAskForPrices()).isFalse();

    now.set(SIX);
    assertThat(folder.runOnce()).isEqualTo(1);
    assertThat(guideMayAskForPrices()).isTrue();
    assertThat(shelf.inForce().since()).isEqualTo(SIX);
    assertThat(shelf.planned()).isEmpty();
    assertThat(accepted).hasSize(2);
    look(30);
    assertThat(accepted).hasSize(2);
  }

  @Test
  void a_day_that_is_past_is_no_reason_to_wait() throws IOException {
    folder.load();
    plan("1 Nov 2026,,SARITA,guides sell now");
    look(2);

    assertThat(guideMayAskForPrices()).isTrue();
    assertThat(shelf.planned()).isEmpty();
  }

  @Test
  void who_takes_the_date_away_has_them_at_once() throws IOException {
    folder.load();
    plan("1 Dec 2026,06:00,SARITA,guides sell now");
    look(2);

    write(RELEASE, "From,Hour,Who,Why\n,,SARITA,guides sell now\n");
    look(2);

    assertThat(guideMayAskForPrices()).isTrue();
    assertThat(shelf.planned()).isEmpty();
  }

  @Test
  void who_takes_the_change_back_has_withdrawn_it() throws IOException {
    folder.load();
    var before = text(PERMIT);
    plan("1 Dec 2026,06:00,SARITA,guides sell now");
    look(2);

    write(PERMIT, before);
    Files.delete(rules.resolve(RELEASE));
    look(2);
    assertThat(shelf.planned()).isEmpty();

    now.set(SIX.plus(Duration.ofDays(1)));
    look(2);
    assertThat(guideMayAskForPrices()).isFalse();
    assertThat(accepted).hasSize(1);
  }

  @Test
  void a_mistake_in_what_waits_is_told_at_once_and_not_on_the_day() throws IOException {
    folder.load();
    plan("1 Dec 2026,06:00,SARITA,guides sell now");
    look(2);
    write(PERMIT, text(PERMIT).replace("ask_price,customer/guide", "ask_price,customer/gide"));
    look(2);

    assertThat(shelf.problems()).singleElement().extracting(Problem::cell).isEqualTo("B2");
    assertThat(shelf.planned()).isEmpty();
    now.set(SIX);
    look(2);
    assertThat(guideMayAskForPrices()).isFalse();
  }

  @Test
  void going_back_to_earlier_rules_withdraws_what_waits() throws IOException {
    folder.load();
    var earlier = shelf.inForce();
    plan("1 Dec 2026,06:00,SARITA,guides sell now");
    look(2);

    folder.putBack(earlier, "Not taken.", held -> {});
    now.set(SIX);
    look(3);

    assertThat(shelf.inForce()).isSameAs(earlier);
    assertThat(shelf.planned()).isEmpty();
    assertThat(shelf.problems()).extracting(Problem::sentence).containsExactly("Not taken.");
  }

  @Test
  void a_start_with_nothing_else_need_not_wait() throws IOException {
    plan("1 Dec 2026,06:00,SARITA,guides sell now");
    folder.load();
    assertThat(shelf.isFilled()).isFalse();

    folder.takePlanned();

    assertThat(guideMayAskForPrices()).isTrue();
    assertThat(shelf.inForce().since()).isEqualTo(Office.NOON);
  }

  private void plan(String row) throws IOException {
    write(PERMIT, text(PERMIT).replace("ask_price,customer", "ask_price,customer/guide"));
    write(RELEASE, "From,Hour,Who,Why\n" + row + "\n");
  }
}
