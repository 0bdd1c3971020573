package travel.opslayer.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static travel.opslayer.decision.drools.Office.situation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.decision.Verdict.Permit;
import travel.opslayer.decision.drools.DroolsReleaseMaker;
import travel.opslayer.decision.drools.Office;

/** The rule folder of the small office on a disk, where people save into it. */
abstract class RulesOnDisk {

  static final String PERMIT = "20-authorise/permit.csv";

  final RuleShelf shelf = new RuleShelf();
  final AtomicReference<Terms> terms = new AtomicReference<>(Office.TERMS);
  final List<Release> accepted = new ArrayList<>();
  final AtomicReference<Instant> now = new AtomicReference<>(Office.NOON);
  Path rules;
  RuleFolder folder;

  @BeforeEach
  void copy(@TempDir Path empty) throws IOException {
    rules = empty.resolve("rules");
    for (var it : Office.files()) {
      write(it.name(), it.bytes());
    }
    folder = folder((release, files) -> accepted.add(release));
  }

  void look(int times) {
    for (var i = 0; i < times; i++) {
      folder.runOnce();
    }
  }

  RuleFolder folder(BiConsumer<Release, List<RuleFile>> listener) {
    var maker = new DroolsReleaseMaker();
    return new RuleFolder(
        rules, maker, terms::get, shelf, now::get, () -> ZoneOffset.UTC, listener);
  }

  boolean guideMayAskForPrices() {
    return shelf.inForce().book().ask(Phase.DECIDE, situation("sender_role", "guide")).stream()
        .anyMatch(it -> it.verdict().equals(new Permit("ask_price")));
  }

  static Terms without(String template) {
    return withTemplates(
        Office.TERMS.templates().stream().filter(it -> !it.equals(template)).toList());
  }

  static Terms withTemplates(List<String> templates) {
    var it = Office.TERMS;
    return new Terms(
        it.fields(), it.actions(), templates, it.timers(), it.audiences(), it.states(), it.names());
  }

  String text(String name) throws IOException {
    return Files.readString(rules.resolve(name));
  }

  void write(String name, String text) throws IOException {
    write(name, text.getBytes(UTF_8));
  }

  void write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(rules.resolve(name).getParent());
    Files.write(rules.resolve(name), bytes);
  }
}
