package travel.opslayer.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the program does besides serving: one word for the matter, one for what to do with it. */
public final class CommandLine {

  /** All is well. */
  static final int WELL = 0;

  /** What was asked to be checked is wrong. */
  static final int WRONG = 1;

  /** It was asked for in the wrong way. */
  static final int USAGE = 2;

  private static final String HELP =
      """
      Usage: java -jar opslayer.jar [serve]
             java -jar opslayer.jar rules check [DIR]    what is wrong with a rule folder
             java -jar opslayer.jar rules test [DIR]     the same, and how many cases hold
             java -jar opslayer.jar rules show FILE...   tables as text, for reading and for git
             java -jar opslayer.jar rules diff OLD NEW   what two rule folders say differently
             java -jar opslayer.jar rules import FILE [DIR] [to=FOLDER]
                                                         a classic Drools spreadsheet as tables for
                                                         DIR, printed or written into a new FOLDER
      Of the running service, whose API token is in OPSLAYER_API_TOKEN:
             java -jar opslayer.jar rules explain ID     why a decision was taken as it was
             java -jar opslayer.jar rules replay [release=HASH|folder] [from=TIME] [to=TIME]
                                                         what other rules would have decided
      Without DIR the folder of OPSLAYER_RULES, ./rules. Exit codes: 0 well, 1 wrong, 2 usage.
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final Path home;
  private final Map<String, String> environment;

  /**
   * @param home relative paths start here
   * @param environment variables of the process
   */
  public CommandLine(PrintStream out, PrintStream err, Path home, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.home = home;
    this.environment = environment;
  }

  /** Whether these words ask for the service itself. */
  public static boolean isServe(List<String> words) {
    return words.isEmpty() || words.getFirst().equals("serve") || words.getFirst().startsWith("-");
  }

  /** The exit code. */
  public int run(List<String> words) {
    if (words.size() < 2 || !words.getFirst().equals("rules")) {
      return usage();
    }
    var rest = words.subList(2, words.size());
    return switch (words.get(1)) {
      case "check" -> rest.size() > 1 ? usage() : new RuleCheck(out, err, home).check(rest);
      case "test" -> rest.size() > 1 ? usage() : new RuleCheck(out, err, home).test(rest);
      case "explain" -> rest.size() == 1 ? service().explain(rest.getFirst()) : usage();
      case "replay" -> service().replay(rest);
      case "show" -> rest.isEmpty() ? usage() : new RuleText(out, err, home).show(rest);
      case "import" -> imported(rest);
      case "diff" ->
          rest.size() == 2
              ? new RuleText(out, err, home).diff(rest.getFirst(), rest.getLast())
              : usage();
      default -> usage();
    };
  }

  /** A file, a folder and a place for what is made, in this order. */
  private int imported(List<String> words) {
    var folders = words.stream().skip(1).filter(it -> !it.startsWith("to=")).count();
    var isAsked = !words.isEmpty() && words.size() <= 3 && folders <= 1;
    return isAsked && words.size() - 1 - folders <= 1
        ? new RuleImport(out, err, home).run(words.getFirst(), words.subList(1, words.size()))
        : usage();
  }

  private RuleCalls service() {
    var port = environment.getOrDefault("MICRONAUT_SERVER_PORT", "8080");
    var token = environment.getOrDefault("OPSLAYER_API_TOKEN", "");
    return new RuleCalls(out, err, "http://localhost:" + port, token);
  }

  private int usage() {
    err.print(HELP);
    return USAGE;
  }
}
