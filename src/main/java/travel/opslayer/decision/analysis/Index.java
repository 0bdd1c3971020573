package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds among many areas those that share a situation with another one, and whether they take all
 * of it. For each value of each axis it knows the boxes that fit it, so a thousand areas are asked
 * at once.
 */
final class Index {

  /** A question that needs more is answered no: nothing is reported that is not sure. */
  private static final int MOST_STEPS = 2_000;

  /** The same for all questions together, in boxes looked at: about a tenth of a second. */
  private static final int MOST_LOOKS = 10_000_000;

  private static final int FEW = 16;

  private final Axes axes;
  private final List<Area> areas;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Integer> owners = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private final List<List<BitSet>> fitting = new ArrayList<>();
  private int steps;
  private int looks;

  Index(Axes axes, List<Area> areas) {
    this.axes = axes;
    this.areas = List.copyOf(areas);
    for (var i = 0; i < areas.size(); i++) {
      firsts.add(boxes.size());
      for (var box : areas.get(i).boxes()) {
        boxes.add(box);
        owners.add(i);
      }
    }
    for (var axis = 0; axis < axes.size(); axis++) {
      fitting.add(fitting(axis));
    }
  }

  private List<BitSet> fitting(int axis) {
    var all = axes.axis(axis).all();
    var everywhere = new BitSet();
    var fits = new ArrayList<BitSet>();
    for (var i = 0; i < axes.axis(axis).size(); i++) {
      fits.add(new BitSet(boxes.size()));
    }
    for (var box = 0; box < boxes.size(); box++) {
      var set = boxes.get(box).sets().get(axis);
      if (set == all) {
        everywhere.set(box);
      } else {
        for (var it = set.nextSetBit(0); it >= 0; it = set.nextSetBit(it + 1)) {
          fits.get(it).set(box);
        }
      }
    }
    fits.forEach(it -> it.or(everywhere));
    return fits;
  }

  List<Area> areas() {
    return areas;
  }

  /** The positions of the areas that share a situation with this one. */
  BitSet touching(Area area) {
    var touching = new BitSet();
    for (var box : area.boxes()) {
      var found = touching(box);
      for (var it = found.nextSetBit(0); it >= 0; it = found.nextSetBit(it + 1)) {
        touching.set(owners.get(it));
      }
    }
    return touching;
  }

  boolean touches(Box box) {
    return !touching(box).isEmpty();
  }

  private BitSet touching(Box box) {
    var touching = new BitSet();
    touching.set(0, boxes.size());
    for (var axis = 0; axis < axes.size(); axis++) {
      var set = box.sets().get(axis);
      if (set != axes.axis(axis).all()) {
        var any = new BitSet(boxes.size());
        for (var it = set.nextSetBit(0); it >= 0; it = set.nextSetBit(it + 1)) {
          any.or(fitting.get(axis).get(it));
        }
        touching.and(any);
      }
    }
    return touching;
  }

  /**
   * Whether in every situation of the area one of these fires too; not of an area without any
   * situation.
   *
   * @param among positions of areas
   */
  boolean cover(Area area, BitSet among) {
    var candidates = new BitSet(boxes.size());
    among.stream().forEach(it -> candidates.set(firsts.get(it), firsts.get(it) + boxes(it), true));
    steps = 0;
    return !area.boxes().isEmpty()
        && area.boxes().stream().allMatch(it -> cover(it, candidates(it, candidates), 0));
  }

  /** The same for a single one. */
  boolean covers(int other, Area area) {
    if (boxes(other) == 1) {
      var box = areas.get(other).boxes().getFirst();
      return area.boxes().stream().allMatch(it -> box.spans(it, 0));
    }
    var only = new BitSet();
    only.set(other);
    return cover(area, only);
  }

  /**
   * Some of these that together {@link #cover} the area: one if one does, and none without which
   * the others would do while there are few. Empty when not even all of them do.
   */
  List<Area> covering(Area area, BitSet among) {
    if (!cover(area, among)) {
      return List.of();
    }
    var one = among.stream().filter(it -> covers(it, area)).findFirst();
    if (one.isPresent()) {
      return List.of(areas.get(one.getAsInt()));
    }
    var needed = (BitSet) among.clone();
    for (var it = among.length() - 1; it >= 0 && among.cardinality() <= FEW; it--) {
      needed.clear(it);
      if (!cover(area, needed)) {
        needed.set(it, among.get(it));
      }
    }
    return needed.stream().mapToObj(areas::get).toList();
  }

  private int boxes(int area) {
    return areas.get(area).boxes().size();
  }

  private BitSet candidates(Box box, BitSet among) {
    var candidates = touching(box);
    candidates.and(among);
    return candidates;
  }

  /** Axis after axis; values at which the same boxes are left are one case. */
  private boolean cover(Box box, BitSet among, int axis) {
    if (among.isEmpty() || ++steps > MOST_STEPS || looks > MOST_LOOKS) {
      return false;
    }
    looks += among.cardinality();
    return oneSpans(box, among, axis)
        || cases(box, among, axis).stream().allMatch(it -> cover(box, it, axis + 1));
  }

  /** Behind the last axis any does. */
  private boolean oneSpans(Box box, BitSet among, int axis) {
    return among.stream().anyMatch(it -> boxes.get(it).spans(box, axis));
  }

  private Set<BitSet> cases(Box box, BitSet among, int axis) {
    var cases = new LinkedHashSet<BitSet>();
    var set = box.sets().get(axis);
    for (var it = set.nextSetBit(0); it >= 0; it = set.nextSetBit(it + 1)) {
      var left = (BitSet) among.clone();
      left.and(fitting.get(axis).get(it));
      cases.add(left);
      if (left.isEmpty()) {
        return Set.of(left);
      }
    }
    return cases;
  }
}
