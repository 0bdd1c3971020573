/** Something is given back that no terms ask for. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.payment.goodwill;
