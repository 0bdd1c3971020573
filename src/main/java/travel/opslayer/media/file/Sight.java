package travel.opslayer.media.file;

import java.util.Optional;

/**
 * Looks at a picture: a place for whatever reads pictures. It only suggests; people are asked, and
 * until they have answered the picture is kept closed.
 */
public interface Sight {

  /**
   * @return a word of sort document, such as id_document; empty when it looks like nothing
   */
  Optional<String> looks(byte[] bytes, String mime);
}
