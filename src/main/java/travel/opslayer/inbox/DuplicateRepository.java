package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import travel.opslayer.database.Sql;

/** The table {@code inbox_duplicates}: how often providers repeat themselves, a day and channel. */
@Singleton
final class DuplicateRepository {

  /**
   * @param fresh how many of the events were not here before
   */
  void count(Sql sql, int tenant, List<Delivery> deliveries, int fresh) {
    var all = deliveries.stream().flatMap(it -> it.events().stream()).count();
    if (all > fresh) {
      sql.update(
          """
          INSERT INTO inbox_duplicates (tenant_id, channel, day, count) VALUES (?, ?, ?, ?)
          ON CONFLICT (tenant_id, channel, day)
            DO UPDATE SET count = inbox_duplicates.count + excluded.count
          """,
          tenant,
          deliveries.getFirst().line().name(),
          LocalDate.ofInstant(deliveries.getFirst().at(), ZoneOffset.UTC),
          all - fresh);
    }
  }
}
