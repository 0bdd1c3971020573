/** Working on trips: who is on duty where, checking in and out, and who has come. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.trip;
