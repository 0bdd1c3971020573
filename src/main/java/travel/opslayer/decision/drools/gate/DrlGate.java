package travel.opslayer.decision.drools.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Rule;

/**
 * The only way for rules written by hand. Drools runs code that hides in many corners of a rule
 * file, some of it while it compiles, so the gate knows what is allowed and refuses all else; and
 * what it lets through is not the author's text but what it understood of it.
 */
public final class DrlGate {

  /** A rule that is cut off gives an error at its end, which says little; this is the usual one. */
  private static final String SYNTAX = "look for a missing bracket, quote, 'then' or 'end'.";

  private final String file;
  private final Lexicon lexicon;
  private final List<Problem> problems;

  private DrlGate(String file, Lexicon lexicon, List<Problem> problems) {
    this.file = file;
    this.lexicon = lexicon;
    this.problems = problems;
  }

  /** The rules of a file; worth nothing when problems were added. */
  public static List<Rule> read(RuleFile file, Lexicon lexicon, List<Problem> problems) {
    var gate = new DrlGate(file.name(), lexicon, problems);
    try {
      return gate.rules(DrlText.of(file), phase(file.name()));
    } catch (NotAllowed e) {
      problems.add(e.problem(file.name(), 1));
      return List.of();
    }
  }

  /** Folders are numbered in the order in which they are asked. */
  private static Phase phase(String path) throws NotAllowed {
    if (path.matches("1\\d-[^/]+/[^/]+")) {
      return Phase.CLASSIFY;
    }
    if (path.matches("[2-5]\\d-[^/]+/[^/]+")) {
      return Phase.DECIDE;
    }
    throw new NotAllowed(
        1,
        "Rules do not stand here (%s).".formatted(path),
        "move this file to 10-classify, 20-authorise, 30-transition, 40-actions or 50-reply.");
  }

  private List<Rule> rules(String text, Phase phase) throws NotAllowed {
    var tree = parse(text);
    var rules = new ArrayList<Rule>();
    var before = problems.size();
    checkFrame(tree);
    for (var descr : tree.getRules()) {
      var rule = new DrlRule(descr);
      try {
        rules.add(rule.read(file, phase, lexicon));
      } catch (NotAllowed e) {
        problems.add(e.problem(file, rule.line()));
      }
    }
    if (problems.size() == before) {
      checkComplete(text, tree);
    }
    return rules;
  }

  private PackageDescr parse(String text) throws NotAllowed {
    var parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      var tree = parser.parse(false, text);
      if (tree == null || parser.hasErrors()) {
        throw new NotAllowed(line(parser), "This cannot be read as rules.", SYNTAX);
      }
      return tree;
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      // Whatever the parser throws at a foreign text, the text is not for us.
      throw new NotAllowed(1, "This cannot be read as rules.", SYNTAX);
    }
  }

  private static int line(DrlParser parser) {
    return parser.getErrors().stream()
        .flatMapToInt(it -> Arrays.stream(it.getLines()))
        .filter(it -> it > 0)
        .findFirst()
        .orElse(1);
  }

  private void checkFrame(PackageDescr tree) throws NotAllowed {
    var name = tree.getName();
    if (name != null && !name.isEmpty() && !name.equals("rules")) {
      throw new NotAllowed(1, "There is no package (%s).".formatted(name), "delete this line.");
    }
    Map<String, Collection<?>> parts =
        Map.of(
            "import", tree.getImports(),
            "import function", tree.getFunctionImports(),
            "import accumulate", tree.getAccumulateImports(),
            "global", tree.getGlobals(),
            "function", tree.getFunctions(),
            "declare", tree.getClassAndEnumDeclarationDescrs(),
            "entry-point", tree.getEntryPointDeclarations(),
            "window", tree.getWindowDeclarations(),
            "attribute", tree.getAttributes(),
            "unit", tree.getUnit() == null ? List.of() : List.of(tree.getUnit()));
    for (var part : parts.entrySet()) {
      if (!part.getValue().isEmpty()) {
        throw new NotAllowed(
            1, "A rule file has no %s.".formatted(part.getKey()), "delete it; rules need none.");
      }
    }
    if (tree.getRules().isEmpty()) {
      throw new NotAllowed(1, "There is no rule in this file.", "delete the file.");
    }
  }

  /** Parsers forgive; what they left out might be what the author relied on. */
  private void checkComplete(String text, PackageDescr tree) throws NotAllowed {
    var written = new ArrayList<>(DrlTokens.of(text, 1).all());
    if (!written.isEmpty() && written.getFirst().equals("package")) {
      written.subList(0, written.indexOf("rules") + 1).clear();
    }
    var understood = new ArrayList<String>();
    for (var it : tree.getRules()) {
      understood.addAll(new DrlRule(it).tokens());
    }
    if (!plain(written).equals(plain(understood))) {
      throw new NotAllowed(1, "Not all of this file can be understood.", SYNTAX);
    }
  }

  private static List<String> plain(List<String> tokens) {
    return tokens.stream()
        .filter(it -> !it.equals(";"))
        .map(it -> it.toLowerCase(Locale.ROOT).replace("\"", ""))
        .toList();
  }
}
