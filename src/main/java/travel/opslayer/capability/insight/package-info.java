/** Why we said what we said. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.insight;
