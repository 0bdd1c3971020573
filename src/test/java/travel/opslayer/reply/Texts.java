package travel.opslayer.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import travel.opslayer.settings.Settings;

/** A folder of templates for one test. */
final class Texts {

  private final Path folder;

  Texts(Path folder) {
    this.folder = folder;
  }

  Texts with(String file, String text) {
    try {
      var path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TemplateShelf shelf() {
    return shelf(folder);
  }

  static TemplateShelf shelf(Path folder) {
    return new TemplateShelf(
        Settings.of(Map.of("opslayer.templates", folder.toAbsolutePath().toString())::get));
  }
}
