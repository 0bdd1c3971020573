@org.jspecify.annotations.NullMarked
package travel.opslayer.bench.rules;
