@org.jspecify.annotations.NullMarked
package travel.opslayer.channel.sandbox;
