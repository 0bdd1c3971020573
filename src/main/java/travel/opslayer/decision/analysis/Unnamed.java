package travel.opslayer.decision.analysis;

import static java.util.Map.Entry.comparingByValue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.language.Words.Fixed;
import travel.opslayer.facts.Parameters;

/**
 * Parameters and templates that nobody names. Which templates an action or the service answers with
 * by itself cannot be seen from here, but for those of {@link Decision}; so it is said only that no
 * rule names them.
 */
final class Unnamed {

  private Unnamed() {}

  static List<Problem> find(Survey survey) {
    var notes = new ArrayList<Problem>();
    findParameters(survey, notes);
    findTemplates(survey, notes);
    return notes;
  }

  private static void findParameters(Survey survey, List<Problem> notes) {
    var named = survey.written().lexicon().namedParameters();
    survey.written().places().parameters().entrySet().stream()
        .filter(it -> !named.contains(it.getKey()) && !Parameters.isForService(it.getKey()))
        .sorted(comparingByValue())
        .forEach(
            it ->
                notes.add(
                    it.getValue()
                        .problem(
                            "Neither a rule nor the service names the parameter (%s)."
                                .formatted(it.getKey()),
                            "write it into a cell where its number counts, or delete the row.")));
  }

  private static void findTemplates(Survey survey, List<Problem> notes) {
    var named = new HashSet<>(Set.of(Decision.NOBODY_PERMITS, Decision.RULES_DISAGREE));
    if (Verb.REQUIRE.arguments().get(1) instanceof Fixed(var conditions)) {
      conditions.forEach(it -> named.add("refused/" + it));
    }
    survey.written().rules().stream()
        .flatMap(it -> it.then().stream())
        .forEach(it -> named.addAll(templates(it)));
    survey.terms().templates().stream()
        .filter(it -> !named.contains(it))
        .map(Unnamed::template)
        .forEach(notes::add);
  }

  private static List<String> templates(Call call) {
    return switch (call.verb()) {
      case REPLY -> List.of(call.arguments().getFirst());
      case FORBID, NOTIFY -> List.of(call.arguments().get(1));
      case PERMIT, REQUIRE, MOVE_TO, MOVE, SCHEDULE, ASSIGN -> List.of();
    };
  }

  private static Problem template(String name) {
    return new Problem(
        "templates/" + name,
        null,
        null,
        null,
        "No rule names the template (%s).".formatted(name),
        "write it into a row, or delete its files unless the service says it by itself.");
  }
}
