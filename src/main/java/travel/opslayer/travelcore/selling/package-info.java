/** What is sold: quotes, bookings, who travels, and the money of a booking. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.travelcore.selling;
