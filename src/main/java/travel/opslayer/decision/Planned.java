package travel.opslayer.decision;

import java.time.Instant;

/**
 * Rules that are good and wait for their day.
 *
 * @param from when they come into force, unless the folder changes before
 */
public record Planned(Release release, Instant from) {}
