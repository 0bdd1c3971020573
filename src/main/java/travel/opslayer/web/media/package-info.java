/** Where colleagues see what was filed for their role. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.web.media;
