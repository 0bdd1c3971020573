@org.jspecify.annotations.NullMarked
package travel.opslayer.cli;
