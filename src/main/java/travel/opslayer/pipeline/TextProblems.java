package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.ProblemSource;
import travel.opslayer.reply.TemplateShelf;

/** Tells what is wrong with the texts where authors of rules look. */
@Singleton
final class TextProblems implements ProblemSource {

  private static final String ADVICE = " Maybe ";

  private final TemplateShelf shelf;

  TextProblems(TemplateShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<Problem> problems() {
    return shelf.problems().stream().map(TextProblems::problem).toList();
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
