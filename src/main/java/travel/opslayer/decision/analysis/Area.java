package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import travel.opslayer.decision.language.Rule;

/**
 * A rule and the situations in which it fires.
 *
 * @param boxes together all of them; they may share some. None: no situation fits
 */
record Area(Rule rule, List<Box> boxes) {

  Area {
    boxes = List.copyOf(boxes);
  }

  /** Empty when the rule has more alternatives than can be looked at. */
  static Optional<Area> of(Rule rule, Axes axes) {
    return Alternatives.of(rule.when())
        .map(
            all -> {
              var boxes = new ArrayList<Box>();
              all.forEach(it -> axes.box(it).ifPresent(boxes::add));
              return new Area(rule, boxes);
            });
  }

  /** Its situations within the box. */
  List<Box> within(Box box) {
    return boxes.stream().flatMap(it -> it.and(box).stream()).toList();
  }

  /** A situation in which both fire, with all that is like it. */
  Optional<Box> and(Area other) {
    return boxes.stream()
        .flatMap(it -> other.boxes.stream().flatMap(its -> it.and(its).stream()))
        .findFirst();
  }
}
