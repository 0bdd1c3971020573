@org.jspecify.annotations.NullMarked
package travel.opslayer.payment.stripe;
