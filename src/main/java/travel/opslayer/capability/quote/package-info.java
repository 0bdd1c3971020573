/** What is offered to a customer, and what becomes of it. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.quote;
