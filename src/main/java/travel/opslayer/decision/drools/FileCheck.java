package travel.opslayer.decision.drools;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
  private static final int MOST_RULES = 10_000;

  /** Names of files stand in annotations, whose text Drools runs as code. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{N} _.,()'&+/-]{1,190}\\.[A-Za-z]{3,4}");

  /** As programs name copies; its rows would count beside those of the table itself. */
  private static final Pattern COPY =
      Pattern.compile(
          ".*(?:\\(\\d+\\)|[ _.-](?:copy|copia|copie|kopie|old|bak|backup|orig)(?:[ _-]?\\d+)?)"
              + "\\.[a-z]+");

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
    var seen = new HashSet<String>();
    var names = files.stream().map(it -> plain(it.name())).collect(toSet());
    for (var it : files) {
      trouble(it, names, !seen.add(plain(it.name()))).ifPresent(problems::add);
    }
    if (files.isEmpty()) {
      problems.add(
          problem(
              "rules",
              "There is no file of rules here.",
              "this is the wrong folder, or it is not copied yet."));
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

  private static Optional<Problem> trouble(RuleFile file, Set<String> names, boolean isTwice) {
    var shown = Lexicon.shorten(file.name());
    if (!NAME.matcher(file.name()).matches()) {
      var sentence = "No file can be called (%s).".formatted(shown);
      return Optional.of(problem(shown, sentence, "use letters and digits."));
    }
    if (isTwice) {
      return Optional.of(problem(shown, "This file is there twice.", "delete one of them."));
    }
    if (COPY.matcher(plain(file.name())).matches()) {
      var sentence = "This file looks like a copy of another one (%s).".formatted(shown);
      return Optional.of(problem(shown, sentence, "delete it, or call it after what is in it."));
    }
    if (plain(file.name()).endsWith(".xlsx") && names.contains(csv(plain(file.name())))) {
      return Optional.of(
          problem(shown, "There is a table of this name as .csv too.", "delete one of them."));
    }
    if (file.bytes().length > LARGEST) {
      return Optional.of(problem(shown, "This file is bigger than 1 MB.", "split it."));
    }
    return file.bytes().length == 0
        ? Optional.of(problem(shown, "This file is empty.", "it is not copied yet; or delete it."))
        : Optional.empty();
  }

  /** On many computers capitals and small letters make no difference. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Who saves a table as a workbook and leaves the old one has both in force. */
  private static String csv(String xlsx) {
    return xlsx.substring(0, xlsx.length() - "xlsx".length()) + "csv";
  }

  /** To compile so many takes minutes. */
  static void refuseTooMany(List<Rule> rules, List<Problem> problems) {
    if (rules.size() > MOST_RULES) {
      problems.add(
          rules
              .get(MOST_RULES)
              .origin()
              .problem("There are more than 10,000 rules.", "delete what is never needed."));
    }
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
