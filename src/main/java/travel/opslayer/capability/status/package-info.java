/** How the bookings of a customer stand, in one text. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.status;
