package travel.opslayer.travelcore.selling;

import java.util.List;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;

/** Who travels on a booking, as far as it is known. */
public interface Travellers {

  List<Traveller> of(Sql sql, int tenant, UUID booking);

  /** These and no others; one for each seat at most. The version of the booking goes up. */
  CoreResult<Booking> name(Sql sql, Command command, Booking booking, List<Traveller> all);
}
