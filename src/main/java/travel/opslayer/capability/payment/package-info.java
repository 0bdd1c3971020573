/** Money that comes and goes back. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.payment;
