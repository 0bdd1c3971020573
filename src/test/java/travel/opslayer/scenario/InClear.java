package travel.opslayer.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import travel.opslayer.House;
import travel.opslayer.settings.Settings;

/** Reads the files of the media store as anybody would who has them without the keys. */
final class InClear {

  private InClear() {}

  static List<String> files(House house) {
    var folder = house.bean(Settings.class).data().resolve("media");
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(InClear::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
