package travel.opslayer.web.media;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import travel.opslayer.audit.AuditLog;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.media.OpenLinks;
import travel.opslayer.media.file.MediaReading;
import travel.opslayer.media.file.MediaReading.Opened;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.time.Ids;

/** Hands out what a link is for, and writes down to whom. */
@Singleton
final class Desk {

  private final OpenLinks links;
  private final MediaShelf shelf;
  private final MediaReading reading;
  private final Books books;
  private final Database database;
  private final Tenants tenants;

  /** What is written down, and by which clock. */
  @Singleton
  record Books(AuditLog audit, Ids ids, InstantSource clock) {}

  Desk(
      OpenLinks links,
      MediaShelf shelf,
      MediaReading reading,
      Books books,
      Database database,
      Tenants tenants) {
    this.links = links;
    this.shelf = shelf;
    this.reading = reading;
    this.books = books;
    this.database = database;
    this.tenants = tenants;
  }

  boolean isGood(String token) {
    var now = books.clock().instant();
    return tenants.all().stream()
        .map(Tenant::id)
        .anyMatch(it -> database.read(it, sql -> links.look(sql, it, token, now)).isPresent());
  }

  Optional<Opened> open(String token) {
    return tenants.all().stream()
        .map(Tenant::id)
        .flatMap(it -> database.write(it, sql -> open(sql, it, token)).stream())
        .findFirst();
  }

  /** Asked once more: since the link was made its time may have ended, or consent been refused. */
  private Optional<Opened> open(Sql sql, int tenant, String token) {
    var now = books.clock().instant();
    var used = links.use(sql, tenant, token, now);
    if (used.isEmpty()) {
      return Optional.empty();
    }
    var link = used.get();
    var item = shelf.byCode(sql, tenant, link.media());
    var opened =
        item.filter(it -> shelf.mayOpen(it, link.role(), now))
            .flatMap(it -> reading.open(sql, tenant, it.code()));
    var entry =
        new AuditLog.Entry(
            books.ids().next(),
            link.person().toString(),
            "see_document",
            link.media(),
            opened.isPresent() ? "permitted" : "refused: media/gone",
            null);
    books.audit().save(sql, tenant, List.of(entry), now);
    return opened;
  }
}
