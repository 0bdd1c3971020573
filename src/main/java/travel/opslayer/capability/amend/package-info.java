/** What people change or delete after they have written it. It is never done a second time. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.amend;
