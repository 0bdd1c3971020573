package travel.opslayer.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.arch.HouseClasses.MAIN;
import static travel.opslayer.arch.HouseClasses.TESTS;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long and how many. */
class HouseNumbersTest {

  private static final int FILE = 300;
  private static final int METHOD = 40;
  private static final int PACKAGE = 14;

  /** Packages with more types, and why. */
  private static final Map<String, String> CROWDED =
      Map.ofEntries(
          Map.entry(
              "travel.opslayer.facts",
              "what rules can look at: each fact is a small record of its own"),
          Map.entry(
              "travel.opslayer.facts.words",
              "one reader of what people type, and the parts it is made of"),
          Map.entry("travel.opslayer.decision", "what a decision is made of, each a small record"),
          Map.entry(
              "travel.opslayer.decision.language",
              "what a rule is made of: words, conditions, where it stands"),
          Map.entry(
              "travel.opslayer.decision.tables",
              "a reader for each kind of file, table and column, which only this room sees"),
          Map.entry(
              "travel.opslayer.inbox",
              "one promise, kept by many small parts that nobody else sees"),
          Map.entry(
              "travel.opslayer.capability.trip",
              "a field day: a record for each fact, a class for each group of steps"),
          Map.entry(
              "travel.opslayer.capability.assign",
              "who works on a trip: a record for each fact, a class for each group of steps"),
          Map.entry("travel.opslayer.operations", "a class for each worker, and what starts them"),
          Map.entry(
              "travel.opslayer.capability.enquiry",
              "a record for each fact, a class for each action"),
          Map.entry(
              "travel.opslayer.capability.inventory",
              "a record for each fact, a class for each action"),
          Map.entry(
              "travel.opslayer.capability.duty",
              "longer days, bills and check-outs share who is on which trip"),
          Map.entry(
              "travel.opslayer.trip", "a record and a repository for each table of the field"),
          Map.entry(
              "travel.opslayer.pipeline", "the stations of a message, which only this room sees"),
          Map.entry(
              "travel.opslayer.api", "a controller, a repository and an item for each resource"));

  /** A method as it stands in its file. */
  private record Method(String place, long lines) {

    @Override
    public String toString() {
      return "%s has %d lines".formatted(place, lines);
    }
  }

  @Test
  void no_file_is_longer_than_a_reader_has_patience() {
    assertThat(all()).filteredOn(it -> HouseClasses.text(it).lines().count() > FILE).isEmpty();
  }

  @Test
  void no_method_is_longer_than_a_screen() throws IOException {
    var methods = methods();

    assertThat(methods).hasSizeGreaterThan(1000);
    assertThat(methods).filteredOn(it -> it.lines() > METHOD).isEmpty();
  }

  @Test
  void imports_name_what_they_import() {
    assertThat(all())
        .noneMatch(
            file ->
                HouseClasses.text(file).lines().anyMatch(line -> line.matches("import .*\\*;")));
  }

  @Test
  void a_package_is_small_enough_to_be_known() {
    var types = new TreeMap<String, Integer>();
    for (var file : HouseClasses.sources(MAIN)) {
      if (!file.endsWith("package-info.java")) {
        types.merge(
            MAIN.relativize(file.getParent()).toString().replace('/', '.'), 1, Integer::sum);
      }
    }
    types.values().removeIf(it -> it <= PACKAGE);

    assertThat(types).containsOnlyKeys(CROWDED.keySet());
  }

  @Test
  void every_package_says_that_nothing_is_null_unless_said() {
    var homes = HouseClasses.sources(MAIN).stream().map(Path::getParent).distinct().toList();

    assertThat(homes)
        .allMatch(it -> HouseClasses.text(it.resolve("package-info.java")).contains("NullMarked"));
  }

  private static List<Path> all() {
    return Stream.of(MAIN, TESTS).flatMap(it -> HouseClasses.sources(it).stream()).toList();
  }

  private static List<Method> methods() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var sources = files.getJavaFileObjectsFromPaths(all());
      var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
      var found = new ArrayList<Method>();
      var positions = Trees.instance(task).getSourcePositions();
      for (var file : task.parse()) {
        file.accept(new Finder(file, positions, found), null);
      }
      return found;
    }
  }

  /**
   * Finds methods and constructors, without their annotations, which may hold whole tables. A text
   * of many lines, such as a statement for the database, counts as one.
   */
  private static final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree file;
    private final SourcePositions positions;
    private final List<Method> found;
    private long quoted;

    Finder(CompilationUnitTree file, SourcePositions positions, List<Method> found) {
      this.file = file;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      var before = quoted;
      super.visitMethod(method, nothing);
      var body = method.getBody();
      if (body != null) {
        var place = Path.of(file.getSourceFile().getName()).getFileName() + ":" + first(body);
        found.add(new Method(place, last(body) - first(body) + 1 - (quoted - before)));
      }
      return nothing;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
      quoted += last(literal) - first(literal);
      return nothing;
    }

    private long first(Tree tree) {
      return file.getLineMap().getLineNumber(positions.getStartPosition(file, tree));
    }

    private long last(Tree tree) {
      return file.getLineMap().getLineNumber(positions.getEndPosition(file, tree));
    }
  }
}
