package travel.opslayer.reply;

import com.ibm.icu.text.MessageFormat;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.settings.SettingRefused;
import travel.opslayer.settings.Settings;
import travel.opslayer.worker.Worker;

/**
 * The texts of the folder {@code templates/}: {@code enquiry/offer.es.txt} is the template {@code
 * enquiry/offer} in Spanish. A changed folder is read again; while a file is broken, the texts that
 * were in force stay.
 */
@Singleton
public final class TemplateShelf implements Worker {

  private static final Logger LOG = LoggerFactory.getLogger(TemplateShelf.class);

  /** The language that every template must have, for people whose language has none. */
  static final String FALLBACK = "en";

  private static final String ENDING = ".txt";

  /** How ICU quotes the place that it stumbled over. */
  private static final Pattern NEAR = Pattern.compile("(?s)\"(.*?)(?: \\.\\.\\.)?\"");

  private final Path folder;
  private volatile Shelf shelf = new Shelf("", Map.of());
  private volatile String refused = "";
  private volatile List<String> problems = List.of();

  private record Shelf(String print, Map<String, Template> templates) {}

  TemplateShelf(Settings settings) {
    this.folder = settings.templates();
    runOnce();
    if (!problems.isEmpty()) {
      throw new SettingRefused("templates/" + String.join("\ntemplates/", problems));
    }
  }

  @Override
  public String name() {
    return "templates";
  }

  /** Looks at the folder, and takes it when it has changed and all of it can be read. */
  @Override
  public int runOnce() {
    var print = print();
    if (print.equals(shelf.print())) {
      refused = "";
      problems = List.of();
      return 0;
    }
    if (print.equals(refused)) {
      return 0;
    }
    var broken = new ArrayList<String>();
    var read = read(broken);
    problems = List.copyOf(broken);
    if (broken.isEmpty()) {
      shelf = new Shelf(print, Map.copyOf(read));
      return 1;
    }
    refused = print;
    broken.forEach(it -> LOG.warn("templates/{}", it));
    return 0;
  }

  /** What its authors have to mend; empty when all is well. */
  public List<String> problems() {
    return problems;
  }

  /** The names that rules may use. */
  public List<String> names() {
    var names = new TreeSet<String>();
    shelf.templates().values().forEach(it -> names.add(it.name()));
    return List.copyOf(names);
  }

  /** The actions that the choices of each text name, by its file. */
  public Map<String, List<String>> choices() {
    var all = new TreeMap<String, List<String>>();
    shelf
        .templates()
        .forEach(
            (file, it) ->
                all.put(file + ENDING, it.choices().stream().map(Template.Line::action).toList()));
    return all;
  }

  Template find(String name, String language) {
    return Optional.ofNullable(shelf.templates().get(name + '.' + language))
        .or(() -> Optional.ofNullable(shelf.templates().get(name + '.' + FALLBACK)))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no template (%s). Maybe write %s.en.txt.".formatted(name, name)));
  }

  private Map<String, Template> read(List<String> broken) {
    var templates = new HashMap<String, Template>();
    for (var file : files()) {
      var name = folder.relativize(file).toString().replace('\\', '/');
      try {
        var parts = name.substring(0, name.length() - ENDING.length()).split("\\.");
        if (parts.length != 2) {
          throw new IllegalArgumentException("The name has no language. Maybe name.en.txt.");
        }
        var template = Template.of(parts[0], parts[1], Files.readString(file));
        tryWith(format(template));
        templates.put(parts[0] + '.' + parts[1], template);
      } catch (IllegalArgumentException | IOException e) {
        broken.add(name + ": " + e.getMessage());
      }
    }
    templates.values().stream()
        .map(Template::name)
        .distinct()
        .filter(it -> !Files.exists(folder.resolve(it + '.' + FALLBACK + ENDING)))
        .forEach(it -> broken.add(it + ": There is no English text. Maybe write one."));
    return templates;
  }

  private static MessageFormat format(Template template) {
    try {
      return new MessageFormat(template.pattern(), template.locale());
    } catch (IllegalArgumentException e) {
      var place = NEAR.matcher(String.valueOf(e.getMessage()));
      throw new IllegalArgumentException(
          "A placeholder%s cannot be read. Maybe write it as {name}, with a } for each {."
              .formatted(place.find() ? " near (%s)".formatted(place.group(1).strip()) : ""),
          e);
    }
  }

  /** Any value may be unknown some day; better it fails here than in front of a customer. */
  private static void tryWith(MessageFormat text) {
    var unknown = new HashMap<String, Object>();
    text.getArgumentNames().forEach(it -> unknown.put(it, ReplyWriter.NONE));
    try {
      text.format(unknown);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "A value that nobody knows is the word (none), and this text cannot show it. Maybe write"
              + " {free, select, none {} other {{free, plural, one {1 seat} other {# seats}}}}.",
          e);
    }
  }

  private String print() {
    var print = new StringBuilder();
    for (var file : files()) {
      try {
        print.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
      } catch (IOException e) {
        print.append(file).append('?'); // it is being replaced; the next look will tell
      }
    }
    return print.toString();
  }

  private List<Path> files() {
    try (var paths = Files.walk(folder)) {
      return paths.filter(it -> it.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder of templates (%s) cannot be read. Maybe set OPSLAYER_TEMPLATES."
              .formatted(folder),
          e);
    }
  }
}
