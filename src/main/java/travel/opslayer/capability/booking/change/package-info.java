/** Seats are moved or given up: talked about first, then done. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.booking.change;
