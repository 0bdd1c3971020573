package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads departures. */
@Singleton
final class DepartureRepository {

  private final PageRepository lists;
  private final Listing<Leaving> departures;

  DepartureRepository(PageRepository lists) {
    this.lists = lists;
    departures =
        new Listing<>(
            "departures",
            """
            SELECT code AS id, state, product, starts_on, ends_on, capacity, held, booked, waiting,
                   price_minor, currency, starts_on::timestamp AT TIME ZONE 'UTC' AS at
            FROM core.departures WHERE tenant_id = ?
            """,
            Key.CODE,
            DepartureRepository::departure);
  }

  /**
   * A product on its days.
   *
   * @param id the code
   * @param code such as EBC-0315
   * @param state open, guaranteed, closed, cancelled, departed or completed
   * @param product code of the product
   * @param start local day where the trip is
   * @param end local day, included
   * @param held seats that are reserved and not yet sold
   * @param free seats that can still be had
   * @param price for one person; null when it is not on sale
   */
  @Serdeable
  @Schema(name = "Departure")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Leaving(
      String id,
      String code,
      String state,
      String product,
      LocalDate start,
      LocalDate end,
      int capacity,
      int held,
      int booked,
      int waiting,
      int free,
      @Nullable Money price) {}

  Page<Leaving> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(departures, limit, cursor);
  }

  Leaving one(String id) {
    return lists.one(departures, id);
  }

  private static Leaving departure(Row row) {
    var capacity = row.integer("capacity");
    var held = row.integer("held");
    var booked = row.integer("booked");
    return new Leaving(
        row.text("id"),
        row.text("id"),
        row.text("state"),
        row.text("product"),
        row.date("starts_on"),
        row.date("ends_on"),
        capacity,
        held,
        booked,
        row.integer("waiting"),
        capacity - held - booked,
        Money.of(row.longOrNull("price_minor"), row.textOrNull("currency")));
  }
}
