/** Packs of evidence, made on demand of those who may see all of it. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.evidence;
