/** Questions that texts answer, and those that a colleague answers. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.capability.topic;
