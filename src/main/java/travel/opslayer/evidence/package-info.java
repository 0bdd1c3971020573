/** What is known of one thing, as a file that can be kept, read and proven elsewhere. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.evidence;
