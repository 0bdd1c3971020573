/** Phones that are lost, and the PINs of colleagues. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.safety;
