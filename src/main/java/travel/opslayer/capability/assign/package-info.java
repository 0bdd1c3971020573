/** Who works on a trip: offered, accepted, wanted out of, and what has to be allowed for it. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.assign;
