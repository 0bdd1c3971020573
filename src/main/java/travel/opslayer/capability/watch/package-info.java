/** Trips that nobody hears from: whom to call, whom to send, and when they are heard again. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.watch;
