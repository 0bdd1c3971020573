package travel.opslayer.facts;

import java.util.List;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.words.ProductName;

/** Knows what customers call the products of a tenant. */
public interface NameSource {

  List<ProductName> names(Sql sql, int tenant);
}
