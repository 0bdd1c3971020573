@org.jspecify.annotations.NullMarked
package travel.opslayer.decision.classic;
