/** Payments of the sandbox: no money moves. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.payment.bundled;
