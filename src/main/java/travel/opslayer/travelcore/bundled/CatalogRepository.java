package travel.opslayer.travelcore.bundled;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Product;

/** Products and departures of the bundled core. */
@Singleton
final class CatalogRepository implements Catalog {

  private static final String DEPARTURE =
      """
      SELECT code, product, starts_on, ends_on, state, capacity, held, booked, waiting,
             price_minor, currency, version
      FROM core.departures WHERE tenant_id = ?
      """;

  @Override
  public List<Product> products(Sql sql, int tenant) {
    return sql.list(
        """
        SELECT code, name, names FROM core.products
        WHERE tenant_id = ? ORDER BY code
        """,
        row -> new Product(row.text("code"), row.text("name"), row.texts("names")),
        tenant);
  }

  @Override
  public List<Departure> departures(Sql sql, int tenant, String product, LocalDate from) {
    return sql.list(
        DEPARTURE + "AND product = ? AND starts_on >= ? ORDER BY starts_on, code",
        CatalogRepository::departure,
        tenant,
        product,
        from);
  }

  @Override
  public Optional<Long> cost(Sql sql, int tenant, String departure) {
    return sql.one(
        """
        SELECT cost_minor FROM core.departures
        WHERE tenant_id = ? AND code = ? AND cost_minor IS NOT NULL
        """,
        row -> row.longValue("cost_minor"),
        tenant,
        departure);
  }

  @Override
  public Optional<Departure> departure(Sql sql, int tenant, String code) {
    return sql.one(DEPARTURE + "AND code = ?", CatalogRepository::departure, tenant, code);
  }

  private static Departure departure(Row row) {
    return new Departure(
        row.text("code"),
        row.text("product"),
        row.date("starts_on"),
        row.date("ends_on"),
        row.text("state"),
        row.integer("capacity"),
        row.integer("held"),
        row.integer("booked"),
        row.integer("waiting"),
        row.longOrNull("price_minor"),
        row.textOrNull("currency"),
        row.integer("version"));
  }
}
