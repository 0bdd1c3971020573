/** Waiting for seats of a departure that is full. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.waitlist;
