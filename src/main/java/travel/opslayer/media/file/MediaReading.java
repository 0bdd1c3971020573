package travel.opslayer.media.file;

import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.database.Sql;

/** Reads what was checked and is still kept. Whether somebody may is asked before. */
@Singleton
public final class MediaReading {

  private final MediaFileRepository rows;
  private final MediaStore store;

  MediaReading(MediaFileRepository rows, MediaStore store) {
    this.rows = rows;
    this.store = store;
  }

  /** A file, opened. */
  public record Opened(byte[] bytes, String mime) {

    /** Never the bytes. */
    @Override
    public String toString() {
      return mime;
    }
  }

  /** The same file sent twice is one. Empty when it is not here, or not any more. */
  public Optional<Opened> open(Sql sql, int tenant, String code) {
    return rows.available(sql, tenant, code)
        .flatMap(it -> store.get(tenant, it.id()).map(bytes -> new Opened(bytes, it.mime())));
  }
}
