/** Cries for help. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.sos;
