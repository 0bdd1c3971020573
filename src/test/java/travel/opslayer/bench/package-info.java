/** The benchmark; docs/performance.md says how to run it and what it found. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.bench;
