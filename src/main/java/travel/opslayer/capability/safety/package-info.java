/** A lost phone is locked at once, and risky commands need a PIN. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.safety;
