/** Which rules were in force when and where, and how others come into their place. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.decision.releases;
