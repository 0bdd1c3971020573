package travel.opslayer.decision.releases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process of this service and its rules.
 *
 * @param hash of the rules in force there; null while there are none
 * @param seen when it was last heard of, by the clock of the database
 */
public record RuleNode(String node, @Nullable String hash, Instant seen) {}
