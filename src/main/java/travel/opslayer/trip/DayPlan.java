package travel.opslayer.trip;

/**
 * Where a trip is meant to be on a day.
 *
 * @param place as colleagues call it, such as Gorak Shep
 * @param weakSignal whoever is there may not be heard for a while
 */
public record DayPlan(String place, boolean weakSignal) {}
