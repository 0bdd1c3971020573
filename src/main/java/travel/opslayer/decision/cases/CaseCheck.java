package travel.opslayer.decision.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.language.Case;
import travel.opslayer.decision.language.Case.Expected;
import travel.opslayer.decision.language.Case.Part;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Written;

/** Asks a new release about every example of its folder, and names those it answers otherwise. */
public final class CaseCheck {

  private final Map<String, Rule> rules = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CaseCheck(List<Rule> rules) {
    rules.forEach(it -> this.rules.put(it.name(), it));
  }

  /** Empty when the rules say what every example expects. */
  public static List<Problem> problems(Release release, Written written) {
    var check = new CaseCheck(written.rules());
    for (var it : written.cases()) {
      check.compare(it, new Answer(release.decide(it.situation())));
    }
    return List.copyOf(check.problems);
  }

  private void compare(Case example, Answer answer) {
    for (var cell : example.expected()) {
      if (cell.part() == Part.ROW) {
        rows(example, cell, answer.fired());
      } else {
        words(example, cell, said(cell, answer));
      }
    }
  }

  private static Said said(Expected cell, Answer answer) {
    return switch (cell.part()) {
      case WISH -> answer.wish();
      case PERMITTED -> answer.permitted(cell.words());
      case REFUSED -> answer.refused();
      case STATE -> answer.state();
      case REPLY -> answer.reply();
      case NOTIFY -> answer.notices();
      case TIMER -> answer.timers(cell.words());
      case ROW -> new Said(answer.fired(), "", List.of());
    };
  }

  private void words(Case example, Expected cell, Said said) {
    if (!new HashSet<>(said.words()).equals(new HashSet<>(cell.words()))) {
      problems.add(
          example.problem(
              cell,
              "the rules say %s.".formatted(said),
              advice("write '" + said.cell() + "' here")));
    }
  }

  private void rows(Case example, Expected cell, List<String> fired) {
    if (cell.words().isEmpty() && !fired.isEmpty()) {
      problems.add(
          example.problem(
              cell, "%s fired.".formatted(Said.listed(fired)), advice("leave this cell blank")));
    }
    for (var typed : named(cell)) {
      var wanted = rule(typed);
      if (wanted.isEmpty()) {
        problems.add(
            example.problem(
                cell,
                "no row is called like this (%s).".formatted(Lexicon.shorten(typed)),
                Nearest.advice(typed, rules.keySet().stream().sorted().toList())));
      } else if (!fired.contains(wanted.get().name())) {
        problems.add(missed(example, cell, wanted.get(), fired));
      }
    }
  }

  private Problem missed(Case example, Expected cell, Rule wanted, List<String> fired) {
    var instead =
        fired.stream()
            .filter(it -> rule(it).filter(r -> r.table().equals(wanted.table())).isPresent())
            .toList();
    return instead.isEmpty()
        ? example.problem(
            cell,
            "%s did not fire, nor did another row of its table.".formatted(wanted.name()),
            advice("leave this cell blank"))
        : example.problem(
            cell,
            "%s did not fire, but %s did.".formatted(wanted.name(), Said.listed(instead)),
            advice("write '" + String.join(", ", instead) + "' here"));
  }

  /** A name may have commas itself, so it is tried as it is first. */
  private List<String> named(Expected cell) {
    return cell.words().stream()
        .flatMap(
            it -> rule(it).isPresent() ? List.of(it).stream() : List.of(it.split(",")).stream())
        .map(String::strip)
        .toList();
  }

  private Optional<Rule> rule(String typed) {
    var exact = rules.get(typed);
    return exact != null
        ? Optional.of(exact)
        : Nearest.same(typed, rules.keySet()).map(it -> rules.get(it));
  }

  private static String advice(String otherwise) {
    return "mend the rules, or %s if they are right.".formatted(otherwise);
  }
}
