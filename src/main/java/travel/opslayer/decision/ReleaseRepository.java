package travel.opslayer.decision;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import travel.opslayer.database.Database;

/** The table {@code rule_releases}: the files of every release, so that it can be asked again. */
@Singleton
public final class ReleaseRepository {

  private final Database database;

  ReleaseRepository(Database database) {
    this.database = database;
  }

  /** The same release again is one row. */
  public void save(int tenant, String hash, List<RuleFile> files, Instant at) {
    database.change(
        tenant,
        sql ->
            sql.update(
                """
                INSERT INTO rule_releases (tenant_id, hash, at, files) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                tenant,
                hash,
                at,
                zip(files)));
  }

  /** The files of the newest release; empty when there never was one. */
  public List<RuleFile> newest(int tenant) {
    var zips =
        database.read(
            tenant,
            sql ->
                sql.list(
                    """
                    SELECT files FROM rule_releases WHERE tenant_id = ? ORDER BY at DESC LIMIT 1
                    """,
                    row -> row.bytes("files"),
                    tenant));
    return zips.isEmpty() ? List.of() : unzip(zips.getFirst());
  }

  /** The files of a release; empty when it was never kept here. */
  public Optional<List<RuleFile>> files(int tenant, String hash) {
    return database.read(
        tenant,
        sql ->
            sql.one(
                "SELECT files FROM rule_releases WHERE tenant_id = ? AND hash = ?",
                row -> unzip(row.bytes("files")),
                tenant,
                hash));
  }

  private static List<RuleFile> unzip(byte[] zipped) {
    var files = new ArrayList<RuleFile>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.add(new RuleFile(entry.getName(), zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static byte[] zip(List<RuleFile> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files) {
        zip.putNextEntry(new ZipEntry(file.name()));
        zip.write(file.bytes());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
