/** The end of a day in the field: longer days, bills, and checking out. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.duty;
