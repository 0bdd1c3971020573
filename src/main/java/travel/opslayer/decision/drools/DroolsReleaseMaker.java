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

/** Makes releases whose rules Drools runs: read, check, analyse, build, try. */
@Singleton
public final class DroolsReleaseMaker implements ReleaseMaker {

  /** Part of the hash, so a constant: a packaged service has one manifest for all its jars. */
  static final String ENGINE = "Drools 10.2.0";

  /** Of problems, and of notes. */
  private static final int MOST_PROBLEMS = 200;

  private final Reader reader = new FolderReader();

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
    var vocabulary = written.lexicon().terms().fields();
    var book = book(written.rules(), new Fields(vocabulary));
    var release = release(files, vocabulary, book, written, findings.notes(), since);
    var failing = new ArrayList<>(CaseCheck.problems(release, written));
    SecondOpinion.differs(book, written).ifPresent(failing::add);
    return failing.isEmpty() ? new Made(release) : refused(failing);
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

  private static DroolsRuleBook book(List<Rule> rules, Fields fields) {
    var phases = new EnumMap<Phase, List<FolderRules>>(Phase.class);
    for (var folder : folders(rules)) {
      phases
          .computeIfAbsent(folder.getFirst().phase(), _ -> new ArrayList<>())
          .add(new FolderRules(RuleNetwork.of(folder, fields), folder.size()));
    }
    return new DroolsRuleBook(phases, fields);
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
}
