/** Colleagues say something to many: shown first, sent at a pace, stopped when they say so. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.broadcast;
