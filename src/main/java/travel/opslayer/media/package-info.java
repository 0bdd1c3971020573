/** What was shown to us and must not lie about: who may open it, for what, and for how long. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.media;
