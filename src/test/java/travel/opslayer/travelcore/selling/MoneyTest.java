package travel.opslayer.travelcore.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void a_discount_is_taken_from_the_price_of_all() {
    assertThat(Money.total(145_000, 2, 0)).isEqualTo(290_000);
    assertThat(Money.total(145_000, 2, 500)).isEqualTo(275_500);
    assertThat(Money.total(145_000, 2, 1000)).isEqualTo(261_000);
    assertThat(Money.total(145_000, 2, Money.WHOLE)).isZero();
  }

  @Test
  void half_a_minor_unit_is_one_and_less_is_none() {
    assertThat(Money.part(275_500, 2000)).isEqualTo(55_100);
    assertThat(Money.part(5, 1000)).isEqualTo(1);
    assertThat(Money.part(4, 1000)).isZero();
  }

  @Test
  void what_does_not_fit_is_not_cut_off() {
    assertThat(Money.total(Long.MAX_VALUE / Money.WHOLE - 1, 1, 0)).isPositive();
    assertThatThrownBy(() -> Money.total(Long.MAX_VALUE / 2, 3, 0))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.part(Long.MAX_VALUE / Money.WHOLE + 1, Money.WHOLE))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void what_is_left_over_goes_to_the_first() {
    assertThat(Money.shares(100, 3)).containsExactly(34L, 33L, 33L);
    assertThat(Money.shares(101, 3)).containsExactly(34L, 34L, 33L);
    assertThat(Money.shares(99, 3)).containsExactly(33L, 33L, 33L);
  }

  @Test
  void by_weight_it_goes_to_who_lost_most() {
    assertThat(Money.shares(100, List.of(1L, 2L, 3L))).containsExactly(17L, 33L, 50L);
    assertThat(Money.shares(10, List.of(0L, 1L, 0L))).containsExactly(0L, 10L, 0L);
    assertThatThrownBy(() -> Money.shares(10, List.of(0L, 0L)))
        .hasMessage("Nobody has a share (weights [0, 0]). Maybe give one of them 1.");
  }

  @Test
  void shares_are_the_total_and_none_is_a_whole_unit_off() {
    var random = new SplittableRandom(3);
    for (var i = 0; i < 10_000; i++) {
      var total = random.nextLong(-1_000_000, 1_000_000);
      var weights =
          IntStream.range(0, 1 + random.nextInt(9)).mapToObj(it -> 1L + random.nextInt(9)).toList();
      var sum = weights.stream().mapToLong(it -> it).sum();

      var shares = Money.shares(total, weights);

      assertThat(shares.stream().mapToLong(it -> it).sum()).isEqualTo(total);
      for (var place = 0; place < weights.size(); place++) {
        var off = shares.get(place) * sum - total * weights.get(place);
        assertThat(Math.abs(off)).isLessThan(sum);
      }
    }
  }
}
