package travel.opslayer.decision.drools;

import static travel.opslayer.decision.drools.Office.file;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import travel.opslayer.decision.RuleFile;

/** Schemas that would make objects, hold themselves, or grow when they are read. */
final class HostileSchemas {

  private static final String SCHEMA = "_schema/hostile.yaml";

  private HostileSchemas() {}

  static Map<String, RuleFile> all() {
    var all = new TreeMap<String, RuleFile>();
    schemas(all);
    largeSchemas(all);
    return all;
  }

  private static void schemas(Map<String, RuleFile> all) {
    var texts =
        new String[] {
          "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL"
              + " [\"x:\"]]]]",
          "!!com.sun.rowset.JdbcRowSetImpl {dataSourceName: 'rmi://example.com', autoCommit: true}",
          "table: !!java.io.FileInputStream [/etc/passwd]",
          "&a [*a]",
          "&a {table: *a, columns: [*a], ? *a : x}",
          "table: x\nphase: decide\nhit: collect\nverb: permit\ncolumns: &a [*a]",
          "table: x\ncolumns: [{title: x, argument: 1, words: &a [[*a]]}]",
          "table: x\nconstants: &a {1: *a}\ncolumns: [{title: x, argument: 1}]",
          "<<: &a {<<: *a}",
          "table: !!binary \"$$$\"",
          "table: !!int \"9e9999999\"",
          "table: !!timestamp \"x\"",
          "table: \"x\\u0000y\"\ncolumns: []",
          "table: \"a\\u2028b\\\" || true\"\ncolumns: [{title: \"a\\n\\\"b\", note: true}]",
          "%YAML 9.9\n---\ntable: x",
          "table: ../../etc/*\ncolumns: [{title: x, note: true}]",
          "---\n".repeat(10_000),
          "\u0000\u0001"
        };
    for (var i = 0; i < texts.length; i++) {
      all.put("yaml %02d".formatted(i), file(SCHEMA, texts[i] + "\n"));
    }
    all.put("yaml that is no text", new RuleFile(SCHEMA, new byte[] {(byte) 0xFF, (byte) 0xC0, 1}));
  }

  private static void largeSchemas(Map<String, RuleFile> all) {
    var laughs =
        IntStream.range(1, 20)
            .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)))
            .collect(Collectors.joining("", "a0: &a0 [ha]\n", "table: x\n"));
    all.put("yaml that laughs", file(SCHEMA, laughs));
    all.put("yaml of brackets", file(SCHEMA, "[".repeat(90_000)));
    all.put("yaml of braces", file(SCHEMA, "{a: ".repeat(24_000)));
    all.put("yaml of steps", file(SCHEMA, steps(400)));
    all.put("yaml of question marks", file(SCHEMA, "? ".repeat(49_000)));
    all.put("yaml of stars", file(SCHEMA, "table: 20-authorise/" + "*".repeat(60) + "x\n"));
    all.put("yaml of many letters", file(SCHEMA, "table: " + "x".repeat(300_000)));
    all.put("yaml of a number", file(SCHEMA, "table: " + "9".repeat(90_000)));
    all.put(
        "yaml of keys",
        file(
            SCHEMA,
            IntStream.range(0, 9_000).mapToObj(i -> i + ": x\n").collect(Collectors.joining())));
  }

  private static String steps(int depth) {
    return IntStream.range(0, depth)
        .mapToObj(i -> " ".repeat(i / 2) + "a:\n" + " ".repeat(i / 2))
        .map(it -> it.substring(0, it.indexOf('\n') + 1))
        .collect(Collectors.joining());
  }
}
