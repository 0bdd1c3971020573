/** Documents that people show: kept closed, for a purpose and a time. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.media;
