/** The bytes of what was shown: got from the provider, checked, kept sealed, erased. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.media.file;
