package travel.opslayer.web.simulator;

import static java.util.stream.Collectors.toCollection;

import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.DecisionRepository;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Verdict;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.rows.Because;
import travel.opslayer.decision.rows.Nearby;
import travel.opslayer.decision.rows.PastReleases.Past;
import travel.opslayer.decision.rows.Replay;
import travel.opslayer.decision.rows.Sentences;
import travel.opslayer.decision.rows.WhatIf;
import travel.opslayer.decision.rows.WhyNot;
import travel.opslayer.facts.Field;

/**
 * How near a decision was to another one.
 *
 * @param sentence what was decided, in short
 * @param nearly rows that did not fire, the nearest first
 * @param whatIf single differences that people would have noticed
 */
@Serdeable
record Otherwise(String sentence, List<Near> nearly, List<Difference> whatIf) {

  private static final int MOST = 3;

  /**
   * A row that nearly counted.
   *
   * @param cells as its author wrote them, by title; empty for a rule by hand
   * @param says what it would have said
   * @param missing what it asks and was not so; empty when a row above it was taken
   */
  @Serdeable
  record Near(
      String rule,
      String source,
      Map<String, String> cells,
      List<String> says,
      List<Missing> missing) {}

  /**
   * Something that was not so.
   *
   * @param field that it is about; null when it is about several
   * @param is what it was; null when it was unknown
   */
  @Serdeable
  record Missing(String wanted, @Nullable String field, @Nullable Object is) {}

  /**
   * One thing that is different, and what comes of it.
   *
   * @param from null when it is unknown
   * @param state permitted, refused or nothing
   * @param more what would be said as well
   * @param less what would not be said
   */
  @Serdeable
  record Difference(
      String field,
      @Nullable Object from,
      Object to,
      String state,
      String sentence,
      Set<String> more,
      Set<String> less) {}

  /**
   * @param past the rules of then
   * @param facts of then, as they were kept
   */
  static Otherwise of(Past past, Map<String, Object> facts) {
    var decision = Replay.again(past.release(), facts);
    return new Otherwise(
        Because.sentence(decision), nearly(past, decision), whatIf(past, decision));
  }

  private static List<Near> nearly(Past past, Decision decision) {
    var nearest = WhyNot.of(past.written().rules(), decision, MOST);
    var rows = past.rows(nearest.stream().map(it -> it.rule().origin().toString()).toList());
    return nearest.stream().map(it -> near(it, rows, decision)).toList();
  }

  private static Near near(
      Nearby nearby, Map<String, Map<String, String>> rows, Decision decision) {
    var source = nearby.rule().origin().toString();
    var values = decision.situation().values();
    return new Near(
        nearby.rule().name(),
        source,
        rows.getOrDefault(source, Map.of()),
        nearby.rule().then().stream().map(it -> words(it.verdict())).toList(),
        nearby.missing().stream().map(it -> missing(it, values)).toList());
  }

  private static Missing missing(Condition condition, Map<String, Object> values) {
    var field = Sentences.field(condition).orElse(null);
    return new Missing(Sentences.of(condition), field, field == null ? null : values.get(field));
  }

  private static List<Difference> whatIf(Past past, Decision decision) {
    var levers = past.release().vocabulary().fields().stream().filter(Field::lever).toList();
    var now = said(decision);
    return new WhatIf(past.release(), past.written().rules())
        .of(decision, levers).stream().map(it -> difference(it, now)).toList();
  }

  private static Difference difference(WhatIf.Change change, Set<String> now) {
    var then = said(change.then());
    return new Difference(
        change.field().name(),
        change.from(),
        change.to(),
        DecisionRepository.outcome(change.then()),
        Because.sentence(change.then()),
        without(then, now),
        without(now, then));
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    return all.stream()
        .filter(it -> !others.contains(it))
        .collect(toCollection(LinkedHashSet::new));
  }

  /** What comes of it for people: of a refusal nothing but its reason, which is told apart. */
  private static Set<String> said(Decision decision) {
    var isPermitted = decision.outcome() instanceof Outcome.Permitted;
    var isWish = !decision.wish().equals(Decision.NO_WISH);
    return decision.hits().stream()
        .map(Hit::verdict)
        .filter(
            it ->
                switch (it) {
                  case Verdict.Reply _ -> isPermitted || !isWish;
                  case Verdict.MoveTo _, Verdict.Move _, Verdict.Notify _, Verdict.Schedule _ ->
                      isPermitted;
                  case Verdict.Permit _, Verdict.Forbid _, Verdict.Require _, Verdict.Assign _ ->
                      false;
                })
        .map(Otherwise::words)
        .collect(toCollection(LinkedHashSet::new));
  }

  /** Names of texts and timers stay as they are, for that is how staff find them. */
  private static String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Permit(var action) -> "permits " + action;
      case Verdict.Forbid(var action, var reason) -> "forbids " + action + ": " + reason;
      case Verdict.Require(var action, var condition) -> "wants " + condition + " before " + action;
      case Verdict.MoveTo(var state) -> "leads to the state " + state;
      case Verdict.Move(var kind, var state) -> "leads the " + kind + " to the state " + state;
      case Verdict.Reply(var template) -> "answers with " + template;
      case Verdict.Notify(var audience, var template) ->
          "tells " + audience + " (" + template + ")";
      case Verdict.Schedule(var timer, var delay) -> "sets the timer " + timer + " (" + delay + ")";
      case Verdict.Assign(var name, var value) -> "finds the " + name + " " + value;
    };
  }
}
