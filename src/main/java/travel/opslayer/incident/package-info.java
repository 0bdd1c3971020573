/** What goes wrong on trips: incidents, what was said about them, plans, promises, what is left. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.incident;
