@org.jspecify.annotations.NullMarked
package travel.opslayer.travelcore.bundled;
