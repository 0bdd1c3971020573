/** Seats of departures: held, sold, waited for. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.travelcore.seats;
