package travel.opslayer.decision.drools;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Origin;
import travel.opslayer.decision.language.Rule;

/** What is looked at before and beyond a single file. */
final class FileCheck {

  private static final int LARGEST = 1 << 20;
  private static final int MOST = 500;

  /** Names of files stand in annotations, whose text Drools runs as code. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.,()'&+/-]{1,200}");

  /** As somebody reads who mends one file after the other. */
  static final Comparator<Problem> ORDER =
      comparing(Problem::file).thenComparingInt(FileCheck::row);

  private FileCheck() {}

  private static int row(Problem problem) {
    if (problem.line() != null) {
      return problem.line();
    }
    var digits = problem.cell() == null ? "" : problem.cell().replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  static List<Problem> problems(List<RuleFile> files) {
    var problems = new ArrayList<Problem>();
    for (var it : files) {
      var shown = Lexicon.shorten(it.name());
      if (!NAME.matcher(it.name()).matches()) {
        problems.add(
            problem(
                shown, "No file can be called (%s).".formatted(shown), "use letters and digits."));
      } else if (it.bytes().length > LARGEST) {
        problems.add(problem(shown, "This file is bigger than 1 MB.", "split it."));
      } else if (it.bytes().length == 0) {
        problems.add(problem(shown, "This file is empty.", "it is not copied yet; or delete it."));
      }
    }
    if (files.size() > MOST) {
      problems.add(
          problem(
              files.getFirst().name(),
              "There are too many files in the folder (%d).".formatted(files.size()),
              "this is the wrong folder."));
    }
    return problems;
  }

  /** Drools would let the second rule replace the first without a word. */
  static void refuseRepeatedNames(List<Rule> rules, List<Problem> problems) {
    var seen = new HashMap<String, Origin>();
    for (var it : rules) {
      var first = seen.putIfAbsent(it.name(), it.origin());
      if (first != null) {
        problems.add(
            it.origin()
                .problem(
                    "Another rule is called (%s) too, at %s.".formatted(it.name(), first),
                    "rename one of them."));
      }
    }
  }

  private static Problem problem(String file, String sentence, String advice) {
    return new Problem(file, null, null, 1, sentence, advice);
  }
}
