/** What is said to many at once, and who gets it: each of them once. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.broadcast;
