package travel.opslayer.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with the keys for personal data, readable by its owner only. It is JSON: {@code seal}
 * and {@code index} are key sets of Tink, {@code indexVersion} counts the index key.
 */
public final class KeyFile {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

  private final Path path;

  public KeyFile(Path path) {
    this.path = path;
  }

  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * Makes the keys at the first start, and refuses to make new ones beside data that others sealed.
   *
   * @param hasData whether a database is there already
   */
  public void prepare(boolean hasData) {
    if (exists()) {
      return;
    }
    if (hasData) {
      throw new KeysRefused(
          ("The key file (%s) is missing, and without it the personal data in the database"
                  + " cannot be read. Maybe restore the file from its backup, or name its place in"
                  + " OPSLAYER_KEYS.")
              .formatted(path));
    }
    write(Keys.fresh());
    LOG.warn("New keys for personal data are in {}. Keep a copy: nothing replaces them.", path);
  }

  /** The keys in the file. */
  public Vault open() {
    return read().vault();
  }

  /** New data is sealed with a new key from the next start on; the old keys still open the old. */
  public void rotate() {
    write(read().rotated());
  }

  private Keys read() {
    try {
      warnWhenOpenToOthers();
      var json = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
      return new Keys(
          keyset(json, "seal"), keyset(json, "index"), json.get("indexVersion").getAsInt());
    } catch (IOException e) {
      throw new KeysRefused(
          "The key file (%s) cannot be read. Maybe it belongs to another user.".formatted(path));
    } catch (GeneralSecurityException
        | JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NullPointerException
        | NumberFormatException e) {
      throw new KeysRefused(
          "The key file (%s) is damaged. Maybe restore it from its backup.".formatted(path));
    }
  }

  private void write(Keys keys) {
    try {
      var json = new JsonObject();
      json.add("seal", json(keys.seal()));
      json.add("index", json(keys.index()));
      json.addProperty("indexVersion", keys.indexVersion());
      replace(json.toString());
    } catch (IOException e) {
      throw new KeysRefused(
          "The key file (%s) cannot be written. Maybe the folder belongs to another user."
              .formatted(path));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Keys cannot be written down", e);
    }
  }

  /** The old file or the new one, whole: never half of either, whatever happens. */
  private void replace(String content) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var part =
        Files.createTempFile(
            folder,
            "keys",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, content, StandardOpenOption.SYNC);
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    try (var channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  private void warnWhenOpenToOthers() throws IOException {
    var others =
        Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_WRITE);
    if (Files.getPosixFilePermissions(path).stream().anyMatch(others::contains)) {
      LOG.warn("Others than its owner can reach the key file {}. Maybe: chmod 600", path);
    }
  }

  private static JsonElement json(KeysetHandle keyset) throws GeneralSecurityException {
    return JsonParser.parseString(
        TinkJsonProtoKeysetFormat.serializeKeyset(
            keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
  }

  private static KeysetHandle keyset(JsonObject json, String name) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json.get(name).toString(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }
}
