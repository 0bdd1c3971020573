package travel.opslayer.cli;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.settings.SettingRefused;

/**
 * Checks a rule folder as the service would, in the same container, without database, web server
 * and workers.
 */
final class RuleCheck {

  /**
   * Nobody listens there, and nobody is asked: the pool makes no connection until one is needed.
   */
  private static final Map<String, Object> NOTHING_OUTSIDE =
      Map.of(
          "opslayer.tool",
          true,
          "opslayer.workers",
          "false",
          "whatsapp.provider",
          "sandbox",
          "datasources.default.url",
          "jdbc:postgresql://127.0.0.1:1/none",
          "datasources.default.minimum-idle",
          0,
          "datasources.default.initialization-fail-timeout",
          -1,
          "flyway.datasources.default.enabled",
          false,
          "micronaut.health.monitor.enabled",
          false);

  private final PrintStream out;
  private final PrintStream err;
  private final Path home;

  RuleCheck(PrintStream out, PrintStream err, Path home) {
    this.out = out;
    this.err = err;
    this.home = home;
  }

  int check(List<String> folder) {
    return with(folder, this::check);
  }

  private int check(ApplicationContext container) {
    var review = container.getBean(RuleFolder.class).check();
    review.problems().forEach(out::println);
    review.notes().forEach(it -> err.println("note: " + it));
    return review.problems().isEmpty() ? CommandLine.WELL : CommandLine.WRONG;
  }

  /** The same, and how many cases hold: those that do not are problems. */
  int test(List<String> folder) {
    return with(folder, this::test);
  }

  private int test(ApplicationContext container) {
    var code = check(container);
    if (code == CommandLine.WELL) {
      var files = container.getBean(RuleFolder.class).files();
      var cases = container.getBean(PastReleases.class).of("tested", files).written().cases();
      out.println("%d cases hold.".formatted(cases.size()));
    }
    return code;
  }

  /** Whatever asks for rules as the service has them; the code that is given, or 1. */
  int with(List<String> folder, ToIntFunction<ApplicationContext> work) {
    try {
      return inContainer(folder, work);
    } catch (RuntimeException e) {
      if (sentence(e) instanceof String sentence) {
        out.println(sentence);
        return CommandLine.WRONG;
      }
      throw e;
    }
  }

  /** Broken texts are no rules, and yet rules cannot be checked without them. */
  private static @org.jspecify.annotations.Nullable String sentence(Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (it instanceof SettingRefused) {
        return it.getMessage();
      }
    }
    return null;
  }

  private int inContainer(List<String> folder, ToIntFunction<ApplicationContext> work) {
    var properties = new HashMap<>(NOTHING_OUTSIDE);
    properties.put("opslayer.home", home.toString());
    if (!folder.isEmpty()) {
      properties.put("opslayer.rules", home.resolve(folder.getFirst()).toString());
    }
    var keys = keys();
    properties.put("opslayer.keys", keys.resolve("keys.json").toString());
    try (var container = ApplicationContext.run(properties)) {
      return work.applyAsInt(container);
    } finally {
      delete(keys);
    }
  }

  /** The container wants keys; none of these is ever used. */
  private static Path keys() {
    try {
      return Files.createTempDirectory("opslayer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (var it : files.toList()) {
        Files.delete(it);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
