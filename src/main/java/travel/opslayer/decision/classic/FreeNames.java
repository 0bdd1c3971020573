package travel.opslayer.decision.classic;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import travel.opslayer.decision.RuleFile;

/** Names for files and rules that nothing else has. */
final class FreeNames {

  private static final int LONGEST_FILE = 40;
  private static final int LONGEST_RULE = 100;

  private final Set<String> files = new HashSet<>();
  private final Set<String> rules = new HashSet<>();

  /**
   * @param folder whose files have names already
   */
  FreeNames(List<RuleFile> folder) {
    folder.forEach(it -> files.add(plain(it.name())));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z]+$", "");
  }

  /**
   * @param table pattern of a schema; empty when it has room for one table, which is there
   */
  Optional<String> table(String table, String title) {
    if (!table.contains("*")) {
      return files.add(plain(table)) ? Optional.of(table + ".csv") : Optional.empty();
    }
    var parts = table.split("\\*", 2);
    var dash = parts[0].isEmpty() || parts[0].matches(".*[/-]") ? "" : "-";
    return Optional.of(free(parts[0] + dash + slug(title), parts[1]) + ".csv");
  }

  String byHand(String folder, String title) {
    return free(folder + "/" + slug(title), "") + ".drl";
  }

  private String free(String name, String end) {
    var found = name + end;
    for (var i = 2; !files.add(plain(found)); i++) {
      found = name + "-" + i + end;
    }
    return found;
  }

  private static String slug(String title) {
    var slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var cut = slug.substring(0, Math.min(LONGEST_FILE, slug.length()));
    var found = cut.replaceAll("^-+|-+$", "");
    return found.isEmpty() ? "imported" : found;
  }

  String rule(String wanted) {
    var plain = wanted.replaceAll("[^\\p{L}\\p{M}\\p{N}_.:,()'/+-]+", " ").strip();
    var name = plain.substring(0, Math.min(LONGEST_RULE, plain.length()));
    var found = name;
    for (var i = 2; !rules.add(found); i++) {
      found = name + " " + i;
    }
    return found;
  }
}
