/** Saying yes or no to what colleagues may not decide alone. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.approval;
