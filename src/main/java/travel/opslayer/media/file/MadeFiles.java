package travel.opslayer.media.file;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import travel.opslayer.database.Sql;
import travel.opslayer.media.MediaItem;

/** Keeps files that we have made ourselves, beside those that were shown to us. */
@Singleton
public final class MadeFiles {

  private final MediaFileRepository rows;
  private final MediaStore store;

  MadeFiles(MediaFileRepository rows, MediaStore store) {
    this.rows = rows;
    this.store = store;
  }

  /**
   * Keeps it under what was filed. Made again by the same turn, it replaces what was there.
   *
   * @return SHA-256 of the bytes, in hex
   */
  public String keep(Sql sql, int tenant, MediaItem item, byte[] bytes, String mime) {
    var sha256 = sha256(bytes);
    store.put(tenant, item.id(), bytes);
    rows.made(sql, tenant, item.id(), mime, sha256, bytes.length);
    return sha256;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
