package travel.opslayer.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import travel.opslayer.database.DatabaseRefused;

/**
 * The programs of PostgreSQL that come in the class path, unpacked for this machine.
 *
 * @param folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {

  static final String PREFIX = "programs-";

  /** Unpacks once; a folder that is there is complete, because it gets its name last. */
  static PostgresPrograms unpackedIn(Path home) throws IOException {
    var archive = archive();
    var size = archive.openConnection().getContentLengthLong();
    var folder = home.resolve(PREFIX + size);
    if (!Files.isDirectory(folder)) {
      var part = Folders.emptied(home.resolve("unpacking"));
      unpack(archive, part);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresPrograms(folder.toRealPath());
  }

  String path(String program) {
    return folder.resolve("bin").resolve(program).toString();
  }

  static URL archive() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var name =
        "/postgres-%s-%s.txz"
            .formatted(
                system.startsWith("mac") ? "darwin" : system,
                machine.equals("aarch64") || machine.equals("arm64") ? "arm_64" : "x86_64");
    var found = PostgresPrograms.class.getResource(name);
    if (found == null) {
      throw new DatabaseRefused(
          "No PostgreSQL comes with the service for this machine (%s, %s). Maybe install one and"
                  .formatted(system, machine)
              + " set DATASOURCES_DEFAULT_URL.");
    }
    return found;
  }

  /** By the machine's own programs where it has them: a cold JVM takes two seconds longer. */
  private static void unpack(URL archive, Path folder) throws IOException {
    if (!unpackedByTar(archive, folder)) {
      unpackSlowly(archive, Folders.emptied(folder));
    }
  }

  static void unpackSlowly(URL archive, Path folder) throws IOException {
    try (var raw = archive.openStream();
        var tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, folder);
      }
    }
  }

  private static boolean unpackedByTar(URL archive, Path folder) throws IOException {
    var command = List.of("tar", "-xJf", "-", "--no-same-owner", "-C", folder.toString());
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var in = archive.openStream();
          var out = process.getOutputStream()) {
        in.transferTo(out);
      }
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // no tar, or one without xz
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while unpacking PostgreSQL", e);
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The archive of PostgreSQL leaves its folder (" + target + ").");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    // Readable for all: when root starts the service, another account runs the programs.
    var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
  }
}
