package travel.opslayer.decision.drools;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.drools.compiler.compiler.DescrBuildError;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.internal.builder.KnowledgeBuilderError;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Rule;

/** Drools refuses what we checked and printed: a mistake of ours, but the last good stays. */
final class EngineRefusal extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<KnowledgeBuilderError> errors;

  EngineRefusal(List<KnowledgeBuilderError> errors) {
    super(errors.stream().map(KnowledgeBuilderError::getMessage).collect(joining("; ")));
    this.errors = errors;
  }

  /** At the rule that Drools means, if it says which. */
  Problem problem(List<Rule> rules) {
    var sentence =
        "The engine refuses what is written here (%s)."
            .formatted(Lexicon.shorten(String.valueOf(getMessage())));
    var advice = "undo the last change and tell the developers.";
    return rules.stream()
        .filter(it -> errors.stream().anyMatch(error -> isOf(it, error)))
        .findFirst()
        .orElse(rules.getFirst())
        .origin()
        .problem(sentence, advice);
  }

  private static boolean isOf(Rule rule, KnowledgeBuilderError error) {
    return error instanceof DescrBuildError it
        && it.getParentDescr() instanceof RuleDescr tree
        && tree.getName().equals(rule.name());
  }
}
