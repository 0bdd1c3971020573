/** The field: trips, who works on them, whom they take along, and what is known of them. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.trip;
