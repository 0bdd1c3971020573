/** Seats that somebody has: held, paid, changed, given back. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.booking;
