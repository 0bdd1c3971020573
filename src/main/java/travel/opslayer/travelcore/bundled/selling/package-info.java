/** Selling of the bundled core, in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.travelcore.bundled.selling;
