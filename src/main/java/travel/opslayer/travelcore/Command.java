package travel.opslayer.travelcore;

import java.time.Instant;
import java.util.UUID;

/**
 * Something the travel core shall do, once.
 *
 * @param id made before the call, from the turn that caused it; the same again gets the same answer
 * @param now the service's clock, by which holds and offers end
 */
public record Command(int tenant, UUID id, Instant now) {}
