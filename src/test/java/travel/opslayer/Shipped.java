package travel.opslayer;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import travel.opslayer.database.TestPostgres;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;

/**
 * The beans of the service on the rules and texts that ship, made once for all tests of a JVM: the
 * rules are compiled once. Nothing runs by itself, so each test takes a tenant of its own.
 */
public final class Shipped {

  public static final Path RULES = Path.of("rules").toAbsolutePath();
  public static final Path TEMPLATES = Path.of("templates").toAbsolutePath();

  private static final ApplicationContext CONTEXT = open();
  private static final AtomicInteger TENANTS = new AtomicInteger(100);

  private Shipped() {}

  private static ApplicationContext open() {
    try {
      var properties = new HashMap<>(TestPostgres.properties());
      properties.put("opslayer.workers", "false");
      properties.put("opslayer.demo", "true");
      properties.put("opslayer.rules", RULES.toString());
      properties.put("opslayer.templates", TEMPLATES.toString());
      properties.put(
          "opslayer.keys", Files.createTempDirectory("shipped").resolve("keys.json").toString());
      var context = ApplicationContext.run(properties);
      context.getBean(RuleFolder.class).load();
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T bean(Class<T> type) {
    return CONTEXT.getBean(type);
  }

  public static ApplicationContext context() {
    return CONTEXT;
  }

  /** The rules that ship, in force. */
  public static Release release() {
    return bean(RuleShelf.class).inForce();
  }

  /** One that nobody else uses. */
  public static Tenant tenant() {
    var id = TENANTS.incrementAndGet();
    var tenant = new Tenant(id, "tours-" + id, "Tours " + id, ZoneId.of("Asia/Kathmandu"), "en");
    bean(Tenants.class).add(tenant);
    return tenant;
  }

  /** The rows of a table of the rules folder, by their titles. */
  public static List<Map<String, String>> rows(String file) {
    try {
      var lines = Files.readAllLines(RULES.resolve(file));
      var titles = cells(lines.getFirst());
      var rows = new ArrayList<Map<String, String>>();
      for (var line : lines.subList(1, lines.size())) {
        var cells = cells(line);
        var row = new LinkedHashMap<String, String>();
        for (var i = 0; i < titles.size(); i++) {
          row.put(titles.get(i), i < cells.size() ? cells.get(i) : "");
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A comma ends a cell, except between quotes. */
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    for (var cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
      cells.add(cell.replace("\"", "").strip());
    }
    return cells;
  }
}
