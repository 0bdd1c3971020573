/** What customers shall pay and what goes back, between turns and providers. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.payment.till;
