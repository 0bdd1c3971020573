package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Situations that differ in nothing a rule asks: for each axis the positions that fit, at least
 * one. The sets are shared and never changed.
 */
record Box(List<BitSet> sets) {

  /** What is in both. */
  Optional<Box> and(Box other) {
    var both = new ArrayList<BitSet>(sets.size());
    for (var i = 0; i < sets.size(); i++) {
      var set = sets.get(i);
      if (set != other.sets.get(i)) {
        set = (BitSet) set.clone();
        set.and(other.sets.get(i));
      }
      if (set.isEmpty()) {
        return Optional.empty();
      }
      both.add(set);
    }
    return Optional.of(new Box(both));
  }

  /** Whether all of the other is in this one, as far as the axes from this one on can tell. */
  boolean spans(Box other, int from) {
    for (var i = from; i < sets.size(); i++) {
      if (!contains(sets.get(i), other.sets.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(BitSet larger, BitSet smaller) {
    if (larger == smaller) {
      return true;
    }
    for (var i = smaller.nextSetBit(0); i >= 0; i = smaller.nextSetBit(i + 1)) {
      if (!larger.get(i)) {
        return false;
      }
    }
    return true;
  }
}
