package travel.opslayer.decision.analysis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.language.Written;

/**
 * The rules of a folder, measured.
 *
 * @param areas in the order of files and rows, without rules that have too many alternatives
 */
record Survey(Written written, Terms terms, Axes axes, List<Area> areas, Wording wording) {

  /** Boxes of rules that have several: a folder of brackets must not keep the service busy. */
  private static final int MOST_BOXES = 4_000;

  static Survey of(Written written, Terms terms) {
    var axes = Axes.of(written.rules(), terms.fields());
    var areas = new ArrayList<Area>();
    var several = 0;
    for (var rule : written.rules()) {
      var area = Area.of(rule, axes);
      if (area.isPresent()) {
        var boxes = area.get().boxes().size();
        several += boxes > 1 ? boxes : 0;
        if (boxes < 2 || several <= MOST_BOXES) {
          areas.add(area.get());
        }
      }
    }
    return new Survey(written, terms, axes, areas, new Wording(axes, written.places()));
  }

  /** The rules that share a hit policy, table by table. */
  Collection<List<Area>> tables() {
    return areas.stream()
        .collect(groupingBy(it -> it.rule().table(), LinkedHashMap::new, toList()))
        .values();
  }

  /** What rules say with a verb, with the rule that says it. */
  Stream<Said> said(Verb verb) {
    return areas.stream()
        .flatMap(area -> area.rule().then().stream().map(call -> new Said(area, call)))
        .filter(it -> it.call().verb() == verb);
  }

  /** Where an action is refused, whatever else rules say. */
  Index refusals(String action, Phase phase) {
    return new Index(
        axes,
        said(Verb.FORBID)
            .filter(it -> it.first().equals(action) && it.rule().phase() == phase)
            .filter(it -> it.rule().policy() != HitPolicy.FIRST)
            .map(Said::area)
            .toList());
  }

  /** One thing that a rule says. */
  record Said(Area area, Call call) {

    String first() {
      return call.arguments().getFirst();
    }

    Rule rule() {
      return area.rule();
    }
  }
}
