package travel.opslayer.media.file;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.settings.Settings;

/** A folder beside the database: a file for each, sealed with the keys of personal data. */
@Singleton
final class FolderStore implements MediaStore {

  private final Path folder;
  private final Vault vault;

  FolderStore(Settings settings, Vault vault) {
    this.folder = settings.data().resolve("media");
    this.vault = vault;
  }

  /** On the disk before it returns, and never half of it. */
  @Override
  public void put(int tenant, UUID id, byte[] bytes) {
    var file = file(tenant, id);
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      try (var channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        var sealed = ByteBuffer.wrap(vault.seal(tenant, place(id), bytes));
        while (sealed.hasRemaining()) {
          channel.write(sealed);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<byte[]> get(int tenant, UUID id) {
    try {
      return Optional.of(vault.open(tenant, place(id), Files.readAllBytes(file(tenant, id))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void erase(int tenant, UUID id) {
    try {
      Files.deleteIfExists(file(tenant, id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids begin with the time they were made: the last letters spread better. */
  private Path file(int tenant, UUID id) {
    var name = id.toString();
    var drawer = name.substring(name.length() - 2);
    return folder.resolve(Integer.toString(tenant)).resolve(drawer).resolve(name);
  }

  private static String place(UUID id) {
    return "media " + id;
  }
}
