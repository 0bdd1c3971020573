package travel.opslayer.api;

import static travel.opslayer.decision.DecisionRepository.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.DecisionRepository;
import travel.opslayer.decision.Verdict;

/**
 * What the rules say to made-up facts: a decision without id and time, for it was never taken.
 *
 * @param state permitted, refused, or nothing when nothing was asked for
 * @param release hash of the rules that were asked
 * @param wish what was asked for
 * @param facts what was known, the wish included
 * @param rules that fired, each with its file, sheet and row
 * @param permits what may be done, and which rule says so
 * @param refusals what may not, which rule says so, and the text that tells why
 * @param requirements what must be met first
 * @param transition the state that the object would go to
 * @param effects what would follow
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Answer(
    String state,
    String release,
    String wish,
    Map<String, Object> facts,
    List<Map<String, String>> rules,
    List<Map<String, String>> permits,
    List<Map<String, String>> refusals,
    List<Map<String, String>> requirements,
    @Nullable Map<String, String> transition,
    List<Map<String, String>> effects) {

  static Answer of(Decision decision) {
    return new Answer(
        outcome(decision),
        decision.release(),
        decision.wish(),
        decision.situation().values(),
        DecisionRepository.rules(decision),
        DecisionRepository.permits(decision),
        DecisionRepository.refusals(decision),
        DecisionRepository.requirements(decision),
        DecisionRepository.transition(decision),
        effects(decision));
  }

  /** As the books name them; what is only known when it is done, such as ids, is not here. */
  private static List<Map<String, String>> effects(Decision decision) {
    return switch (decision.outcome()) {
      case Outcome.Permitted(var action) -> {
        var effects = new ArrayList<Map<String, String>>();
        effects.add(effect("action", action));
        effects.addAll(replies(decision.replies()));
        decision.notices().forEach(it -> effects.add(notice(it)));
        decision.timers().forEach(it -> effects.add(timer(it)));
        yield List.copyOf(effects);
      }
      case Outcome.Refused(var ignored, var reason) ->
          replies(decision.wish().equals(Decision.NO_WISH) ? decision.replies() : List.of(reason));
    };
  }

  private static List<Map<String, String>> replies(List<String> templates) {
    return templates.stream().map(it -> effect("reply", it)).toList();
  }

  private static Map<String, String> notice(Verdict.Notify notice) {
    var effect = effect("notify", notice.template());
    effect.put("audience", notice.audience());
    return effect;
  }

  private static Map<String, String> timer(Verdict.Schedule timer) {
    var effect = effect("schedule", timer.timer());
    effect.put("delay", timer.delay());
    return effect;
  }

  private static Map<String, String> effect(String verb, String what) {
    var effect = new LinkedHashMap<String, String>();
    effect.put("verb", verb);
    effect.put("what", what);
    return effect;
  }
}
