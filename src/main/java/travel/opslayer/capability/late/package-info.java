/** News from where there is no signal: late, all at once, out of order, with times only claimed. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.late;
