package travel.opslayer.travelcore;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import travel.opslayer.database.Sql;

/** What is sold, and how many seats are left right now. */
public interface Catalog {

  List<Product> products(Sql sql, int tenant);

  /** Departures of a product that start on or after a day, in order. */
  List<Departure> departures(Sql sql, int tenant, String product, LocalDate from);

  /** What a seat costs the company, in minor units of its price; empty when nobody knows. */
  Optional<Long> cost(Sql sql, int tenant, String departure);

  Optional<Departure> departure(Sql sql, int tenant, String code);
}
