/** What is said about something that is sold. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.sale;
