/** What guests say of a trip when it is over. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.feedback;
