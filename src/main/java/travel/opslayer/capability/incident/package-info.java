/** Incidents on trips: reporting, the ladder, plans, what guests are told, and how they end. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.incident;
