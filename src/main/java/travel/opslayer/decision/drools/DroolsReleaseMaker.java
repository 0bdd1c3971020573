package travel.opslayer.decision.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.drools.gate.DrlGate;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.tables.Tables;
import travel.opslayer.facts.Vocabulary;

/** Makes releases whose rules Drools runs: read, check, print, compile, warm up. */
@Singleton
public final class DroolsReleaseMaker implements ReleaseMaker {

  /** Part of the hash, so a constant: a packaged service has one manifest for all its jars. */
  static final String ENGINE = "Drools 10.2.0";

  private static final int MOST_PROBLEMS = 200;

  private final Map<Phase, Compiled> compiled = new EnumMap<>(Phase.class);
  private @Nullable SituationType type;

  @Override
  public synchronized Outcome make(List<RuleFile> files, Terms terms, Instant since) {
    var sorted = files.stream().sorted(comparing(RuleFile::name)).toList();
    var problems = new ArrayList<>(FileCheck.problems(sorted));
    if (!problems.isEmpty()) {
      return refused(problems);
    }
    var tables = Tables.read(sorted, terms);
    problems.addAll(tables.problems());
    var rules = new ArrayList<>(tables.rules());
    for (var file : sorted) {
      if (file.name().toLowerCase(Locale.ROOT).endsWith(".drl")) {
        rules.addAll(DrlGate.read(file, tables.lexicon(), problems));
      }
    }
    FileCheck.refuseRepeatedNames(rules, problems);
    if (!problems.isEmpty()) {
      return refused(problems);
    }
    try {
      var book = book(rules, terms.fields());
      return new Made(release(sorted, terms.fields(), book, tables, since));
    } catch (EngineRefusal e) {
      return new Refused(List.of(e.problem(rules)));
    }
  }

  private static Release release(
      List<RuleFile> files,
      Vocabulary vocabulary,
      DroolsRuleBook book,
      Tables tables,
      Instant since) {
    var names = files.stream().map(RuleFile::name).toList();
    return new Release(
        hash(files, vocabulary),
        since,
        names,
        vocabulary,
        book,
        tables.parameters(),
        tables.phrases());
  }

  private static Refused refused(List<Problem> problems) {
    return new Refused(problems.stream().sorted(FileCheck.ORDER).limit(MOST_PROBLEMS).toList());
  }

  private DroolsRuleBook book(List<Rule> rules, Vocabulary vocabulary) throws EngineRefusal {
    if (type == null || !type.vocabulary().equals(vocabulary)) {
      type = new SituationType(vocabulary);
      compiled.clear();
    }
    var phases = new EnumMap<Phase, PhaseRules>(Phase.class);
    for (var phase : Phase.values()) {
      var ofPhase = rules.stream().filter(it -> it.phase() == phase).toList();
      if (!ofPhase.isEmpty()) {
        phases.put(phase, new PhaseRules(base(phase, ofPhase, type), ofPhase));
      }
    }
    var book = new DroolsRuleBook(phases, type);
    book.warmUp(vocabulary);
    return book;
  }

  /** Compiling takes a second, so a phase that reads as before keeps its rule base. */
  private KieBase base(Phase phase, List<Rule> rules, SituationType situation)
      throws EngineRefusal {
    var text = RulePrinter.print(rules);
    var before = compiled.get(phase);
    if (before != null && before.text().equals(text)) {
      return before.base();
    }
    var base = RuleCompiler.compile(text, situation.loader());
    compiled.put(phase, new Compiled(text, base));
    return base;
  }

  private static String hash(List<RuleFile> files, Vocabulary vocabulary) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(it -> it.into(digest));
      for (var it : vocabulary.fields()) {
        var line = "%s %s %s\n".formatted(it.name(), it.type(), it.words());
        digest.update(line.getBytes(UTF_8));
      }
      digest.update(ENGINE.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Compiled(String text, KieBase base) {}
}
