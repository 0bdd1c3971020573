@org.jspecify.annotations.NullMarked
package travel.opslayer.facts.words;
