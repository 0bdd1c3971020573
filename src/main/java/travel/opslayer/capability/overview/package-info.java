/** How the work stands, on the phone: enquiries, departures, figures. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.overview;
