package travel.opslayer.reply;

import java.time.Instant;
import java.time.ZoneId;

/** A time of day somewhere, as a value of a template. */
public record Moment(Instant at, ZoneId zone) {}
