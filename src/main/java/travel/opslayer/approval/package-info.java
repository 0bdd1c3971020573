/** What needs the word of somebody else. Rules say who and how many; this counts. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.approval;
