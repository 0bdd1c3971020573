@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.help;
