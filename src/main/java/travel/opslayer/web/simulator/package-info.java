@org.jspecify.annotations.NullMarked
package travel.opslayer.web.simulator;
