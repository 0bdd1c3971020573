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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.analysis.Analysis;
import travel.opslayer.decision.cases.CaseCheck;
import travel.opslayer.decision.language.Reader;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Written;
import travel.opslayer.decision.rows.SecondOpinion;
import travel.opslayer.facts.Vocabulary;

/** Makes releases whose rules Drools runs: read, check, analyse, print, compile, warm up, try. */
@Singleton
public final class DroolsReleaseMaker implements ReleaseMaker {

  /** Part of the hash, so a constant: a packaged service has one manifest for all its jars. */
  static final String ENGINE = "Drools 10.2.0";

  /** Of problems, and of notes. */
  private static final int MOST_PROBLEMS = 200;

  private final Reader reader = new FolderReader();

  /** So that going back to what was in force a while ago takes no time. */
  private final Map<String, KieBase> compiled = new Newest();

  /** The rules of this release that were compiled now, and not asked yet whether they are right. */
  private final List<Rule> fresh = new ArrayList<>();

  private @Nullable SituationType type;

  @Override
  public synchronized Outcome make(List<RuleFile> files, Terms terms, Instant since) {
    var written = reader.read(files, terms);
    if (!written.problems().isEmpty()) {
      return refused(written.problems());
    }
    var findings = Analysis.of(written, written.lexicon().terms());
    if (!findings.errors().isEmpty()) {
      return refused(findings.errors());
    }
    try {
      var vocabulary = written.lexicon().terms().fields();
      fresh.clear();
      var book = book(written.rules(), vocabulary);
      var release = release(files, vocabulary, book, written, findings.notes(), since);
      var failing = new ArrayList<>(CaseCheck.problems(release, written));
      SecondOpinion.differs(book, written, fresh)
          .ifPresent(
              it -> {
                failing.add(it);
                compiled.clear(); // asked again the next time
              });
      return failing.isEmpty() ? new Made(release) : refused(failing);
    } catch (EngineRefusal e) {
      compiled.clear(); // some of it was compiled, and not asked whether it is right
      return refused(List.of(e.problem(written.rules())));
    }
  }

  private static Release release(
      List<RuleFile> files,
      Vocabulary vocabulary,
      DroolsRuleBook book,
      Written written,
      List<Problem> notes,
      Instant since) {
    var sorted = files.stream().sorted(comparing(RuleFile::name)).toList();
    return new Release(
        hash(sorted, vocabulary),
        since,
        sorted.stream().map(RuleFile::name).toList(),
        vocabulary,
        book,
        written.parameters(),
        written.phrases(),
        notes.stream().limit(MOST_PROBLEMS).toList(),
        written.label());
  }

  private static Refused refused(List<Problem> problems) {
    return new Refused(problems.stream().limit(MOST_PROBLEMS).toList());
  }

  private DroolsRuleBook book(List<Rule> rules, Vocabulary vocabulary) throws EngineRefusal {
    if (type == null || !type.vocabulary().equals(vocabulary)) {
      type = new SituationType(vocabulary);
      compiled.clear();
    }
    var phases = new EnumMap<Phase, List<FolderRules>>(Phase.class);
    var compiledNow = new ArrayList<FolderRules>();
    for (var folder : folders(rules)) {
      var rulesOf = phases.computeIfAbsent(folder.getFirst().phase(), it -> new ArrayList<>());
      var before = fresh.size();
      var rulesOfFolder = new FolderRules(base(folder, type), folder);
      rulesOf.add(rulesOfFolder);
      if (fresh.size() > before) {
        compiledNow.add(rulesOfFolder);
      }
    }
    var book = new DroolsRuleBook(phases, type);
    book.warmUp(compiledNow, vocabulary);
    return book;
  }

  /** In the order in which rules are asked. */
  private static List<List<Rule>> folders(List<Rule> rules) {
    var folders = new ArrayList<List<Rule>>();
    var last = "";
    for (var it :
        rules.stream().sorted(comparing(Rule::phase).thenComparing(Rule::origin)).toList()) {
      var folder = it.phase() + " " + it.origin().folder();
      if (!folder.equals(last)) {
        folders.add(new ArrayList<>());
        last = folder;
      }
      folders.getLast().add(it);
    }
    return folders;
  }

  /** Compiling takes seconds, so a folder that reads as before keeps its rule base. */
  private KieBase base(List<Rule> rules, SituationType situation) throws EngineRefusal {
    var text = RulePrinter.print(rules);
    var before = compiled.get(text);
    if (before != null) {
      return before;
    }
    var base = RuleCompiler.compile(text, situation.loader());
    compiled.put(text, base);
    fresh.addAll(rules);
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

  private static final class Newest extends LinkedHashMap<String, KieBase> {

    private static final long serialVersionUID = 1L;
    private static final int KEPT = 10;

    Newest() {
      super(KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, KieBase> eldest) {
      return size() > KEPT;
    }
  }
}
