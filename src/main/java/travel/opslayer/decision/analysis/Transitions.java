package travel.opslayer.decision.analysis;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.facts.WishFact;

/**
 * What is not written about states: those in which an event changes nothing, and those that nothing
 * leads to. Both may be meant, so they are listed only.
 */
final class Transitions {

  private final Survey survey;
  private final Index moves;
  private final Map<String, Index> refusals = new HashMap<>();
  private final List<Problem> notes = new ArrayList<>();

  private Transitions(Survey survey) {
    this.survey = survey;
    this.moves =
        new Index(survey.axes(), survey.areas().stream().filter(it -> moves(it.rule())).toList());
  }

  static List<Problem> find(Survey survey) {
    var transitions = new Transitions(survey);
    transitions.noteGaps();
    transitions.noteStates();
    return transitions.notes;
  }

  /** A rule that could not be measured may fill any gap, so then there is none for sure. */
  private void noteGaps() {
    var event = survey.axes().position(WishFact.FIELD);
    var isWhole = moves.areas().size() == moving().size();
    if (isWhole && event.isPresent()) {
      for (var table : survey.tables()) {
        if (moves(table.getFirst().rule())) {
          stateAxes(table).forEach(state -> noteGaps(table, event.getAsInt(), state));
        }
      }
    }
  }

  private List<Rule> moving() {
    return survey.written().rules().stream().filter(Transitions::moves).toList();
  }

  private static boolean moves(Rule rule) {
    return rule.then().stream().anyMatch(it -> it.verb() == Verb.MOVE_TO);
  }

  /** The axes of fields with states for words that the table asks. */
  private IntStream stateAxes(List<Area> table) {
    var axes = survey.axes();
    return IntStream.range(0, axes.size())
        .filter(it -> axes.axis(it).values().stream().anyMatch(survey.terms().states()::contains))
        .filter(it -> table.stream().anyMatch(area -> asks(area, it)));
  }

  private boolean asks(Area area, int axis) {
    var all = survey.axes().axis(axis).all();
    return area.boxes().stream().anyMatch(it -> it.sets().get(axis) != all);
  }

  private void noteGaps(List<Area> table, int eventAxis, int stateAxis) {
    var axes = survey.axes();
    events(table, axes.axis(eventAxis), eventAxis)
        .forEach(
            (event, rule) -> {
              var gaps =
                  axes.axis(stateAxis).values().stream()
                      .filter(it -> isGap(event, axes.field(stateAxis), it))
                      .map(Object::toString)
                      .toList();
              if (!gaps.isEmpty()) {
                notes.add(gap(rule, event, axes.field(stateAxis), gaps));
              }
            });
  }

  /** The events that rows name, with the first of these rows. */
  private static Map<Object, Rule> events(List<Area> table, Axis axis, int position) {
    var events = new LinkedHashMap<Object, Rule>();
    for (var area : table) {
      for (var box : area.boxes()) {
        var named = axis.named(box.sets().get(position));
        named.forEach(it -> events.putIfAbsent(it, area.rule()));
      }
    }
    return events;
  }

  /** Whether no row fits although rules permit the event in that state. */
  private boolean isGap(Object event, String field, Object state) {
    List<Condition> asked =
        List.of(
            new Compare(WishFact.FIELD, Operator.EQUAL, event),
            new Compare(field, Operator.EQUAL, state));
    var here = survey.axes().box(asked).orElseThrow();
    return !moves.touches(here) && isPermitted(event.toString(), here);
  }

  private boolean isPermitted(String event, Box here) {
    var against = refusals.computeIfAbsent(event, action -> survey.refusals(action, Phase.DECIDE));
    var all = new BitSet();
    all.set(0, against.areas().size());
    return survey
        .said(Verb.PERMIT)
        .filter(it -> it.first().equals(event) && it.rule().phase() == Phase.DECIDE)
        .map(it -> new Area(it.rule(), it.area().within(here)))
        .anyMatch(it -> !it.boxes().isEmpty() && !against.cover(it, all));
  }

  private Problem gap(Rule rule, Object event, String field, List<String> states) {
    var wording = survey.wording();
    return rule.origin()
        .problem(
            "No row for: %s %s; %s %s. There the state stays as it is."
                .formatted(
                    wording.title(rule, field).text(),
                    String.join(", ", states),
                    wording.title(rule, WishFact.FIELD).text(),
                    event),
            "add a row, if the state should change.");
  }

  /** Each kind of object by itself: the states that tables which move something ask for. */
  private void noteStates() {
    var reached =
        moving().stream()
            .flatMap(it -> it.then().stream())
            .filter(it -> it.verb() == Verb.MOVE_TO)
            .map(it -> it.arguments().getFirst())
            .collect(toSet());
    var looked = new HashSet<String>();
    for (var table : survey.tables()) {
      var rule = table.getFirst().rule();
      if (moves(rule)) {
        stateAxes(table)
            .mapToObj(survey.axes()::field)
            .filter(looked::add)
            .forEach(it -> noteStates(rule, it, reached));
      }
    }
  }

  private void noteStates(Rule rule, String field, Set<String> reached) {
    var others =
        survey.terms().fields().fields().stream()
            .filter(it -> it.name().equals(field))
            .flatMap(it -> it.words().stream())
            .filter(it -> !reached.contains(it))
            .toList();
    if (!others.isEmpty()) {
      notes.add(
          rule.origin()
              .problem(
                  "No row leads to the state%s (%s)."
                      .formatted(others.size() == 1 ? "" : "s", String.join(", ", others)),
                  "nothing is missing, if the service or a person sets them;"
                      + " add a row otherwise."));
    }
  }
}
