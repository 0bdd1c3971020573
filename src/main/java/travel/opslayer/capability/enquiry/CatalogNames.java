package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.NameSource;
import travel.opslayer.facts.words.ProductName;
import travel.opslayer.travelcore.Catalog;

/** What customers call the products of the travel core. */
@Singleton
final class CatalogNames implements NameSource {

  private final Catalog catalog;

  CatalogNames(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<ProductName> names(Sql sql, int tenant) {
    return catalog.products(sql, tenant).stream()
        .map(
            it ->
                new ProductName(
                    it.code(), Stream.concat(Stream.of(it.name()), it.names().stream()).toList()))
        .toList();
  }
}
