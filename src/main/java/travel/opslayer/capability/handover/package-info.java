/** A person has a conversation instead of the rules, and gives it back. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.handover;
