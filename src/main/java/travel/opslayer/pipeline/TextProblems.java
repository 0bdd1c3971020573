package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import travel.opslayer.action.ActionRunner;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.ProblemSource;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.reply.TemplateShelf;

/** Tells what is wrong with the texts where authors of rules look. */
@Singleton
final class TextProblems implements ProblemSource {

  private static final String ADVICE = " Maybe ";

  private final TemplateShelf shelf;
  private final ActionRunner actions;

  TextProblems(TemplateShelf shelf, ActionRunner actions) {
    this.shelf = shelf;
    this.actions = actions;
  }

  @Override
  public List<Problem> problems() {
    return Stream.concat(
            shelf.problems().stream().map(TextProblems::problem),
            shelf.choices().entrySet().stream()
                .flatMap(it -> it.getValue().stream().flatMap(action -> wrong(it, action))))
        .toList();
  }

  /** A choice that nobody can do: whoever taps it would not be understood. */
  private Stream<Problem> wrong(Map.Entry<String, List<String>> text, String action) {
    var known = actions.actions();
    return known.contains(action)
        ? Stream.empty()
        : Stream.of(
            new Problem(
                "templates/" + text.getKey(),
                null,
                null,
                null,
                "A choice names an action (%s) that there is not.".formatted(action),
                Nearest.advice(action, known)));
  }

  private static Problem problem(String line) {
    var file = line.substring(0, line.indexOf(": "));
    var words = line.substring(file.length() + 2);
    var advice = words.indexOf(ADVICE);
    return new Problem(
        "templates/" + file,
        null,
        null,
        null,
        advice < 0 ? words : words.substring(0, advice),
        advice < 0 ? "" : words.substring(advice + ADVICE.length()));
  }
}
