package travel.opslayer.travelcore.bundled;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.time.Ids;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Departures;

/** The states of departures of the bundled core. */
@Singleton
final class DepartureRepository implements Departures {

  /** What has begun, or will not begin, is opened and closed no more. */
  private static final Set<String> ON_SALE = Set.of("open", "guaranteed", "closing", "closed");

  private final CommandRepository commands;
  private final Catalog catalog;

  DepartureRepository(CommandRepository commands, Catalog catalog) {
    this.commands = commands;
    this.catalog = catalog;
  }

  @Override
  public CoreResult<Departure> move(Sql sql, Command command, Departure departure, String state) {
    return commands.once(
        sql,
        command,
        "%s %s".formatted(state, departure.code()),
        () -> change(sql, command, departure, state),
        DepartureRepository::id,
        it -> catalog.departure(sql, command.tenant(), departure.code()));
  }

  private CoreResult<Departure> change(
      Sql sql, Command command, Departure departure, String state) {
    if (!ON_SALE.contains(departure.state()) || !ON_SALE.contains(state)) {
      return new Rejected<>(Why.NOT_CHANGEABLE, departure.state());
    }
    var changed =
        sql.update(
            """
            UPDATE core.departures SET state = ?, version = version + 1
            WHERE tenant_id = ? AND code = ? AND state = ?
            """,
            state,
            command.tenant(),
            departure.code(),
            departure.state());
    if (changed == 0) {
      throw new TryAgain("Departure %s has changed.".formatted(departure.code()));
    }
    return new Done<>(catalog.departure(sql, command.tenant(), departure.code()).orElseThrow());
  }

  /** Departures are known by their codes; commands note ids. */
  private static UUID id(Departure it) {
    return Ids.from(new UUID(0, 0), it.code());
  }
}
