/** Changes of bookings that were talked about. What they come to, rules and the booking say. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.change;
