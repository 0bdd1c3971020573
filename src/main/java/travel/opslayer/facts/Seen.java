package travel.opslayer.facts;

/** A turn with all that is known about it. */
public record Seen(Asked asked, Situation situation) {}
