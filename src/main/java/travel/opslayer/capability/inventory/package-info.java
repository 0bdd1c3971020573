/** Seats and departures from the phone: held, released, closed, opened again, and undone. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.inventory;
