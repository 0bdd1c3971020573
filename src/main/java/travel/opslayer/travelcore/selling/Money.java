package travel.opslayer.travelcore.selling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums in minor units. What does not fit into a long throws {@link ArithmeticException} and is
 * never cut off.
 */
public final class Money {

  /** The whole in basis points: hundredths of a percent. */
  public static final int WHOLE = 10_000;

  private Money() {}

  /** For a party, less a discount in basis points. */
  public static long total(long unitMinor, int party, int discount) {
    return part(Math.multiplyExact(unitMinor, party), Math.subtractExact(WHOLE, discount));
  }

  /** A part in basis points; half a minor unit is one. */
  public static long part(long totalMinor, int basisPoints) {
    var exact = Math.multiplyExact(totalMinor, (long) basisPoints);
    return Math.floorDiv(Math.addExact(exact, WHOLE / 2), (long) WHOLE);
  }

  /**
   * The total in so many equal shares. What is left over goes to the first, one each, so that all
   * shares are the total.
   */
  public static List<Long> shares(long totalMinor, int shares) {
    return shares(totalMinor, IntStream.range(0, shares).mapToObj(it -> 1L).toList());
  }

  /**
   * The total in shares by weight. What is left over goes to those who lost most by rounding down,
   * the first of equals first.
   */
  public static List<Long> shares(long totalMinor, List<Long> weights) {
    var sum = weights.stream().reduce(0L, Math::addExact);
    if (sum <= 0 || weights.stream().anyMatch(it -> it < 0)) {
      throw new IllegalArgumentException(
          "Nobody has a share (weights %s). Maybe give one of them 1.".formatted(weights));
    }
    var exact = weights.stream().map(it -> Math.multiplyExact(totalMinor, it)).toList();
    var shares = new ArrayList<>(exact.stream().map(it -> Math.floorDiv(it, sum)).toList());
    var left = shares.stream().reduce(totalMinor, Math::subtractExact);
    IntStream.range(0, shares.size())
        .boxed()
        .sorted(Comparator.comparing((Integer it) -> Math.floorMod(exact.get(it), sum)).reversed())
        .limit(left)
        .forEach(it -> shares.set(it, shares.get(it) + 1));
    return List.copyOf(shares);
  }
}
