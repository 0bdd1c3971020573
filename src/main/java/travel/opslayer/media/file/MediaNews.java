package travel.opslayer.media.file;

import java.time.Instant;

/** Hears what became of something after its turn was over. */
public interface MediaNews {

  /**
   * @param name media_rejected or media_looks
   * @param subject the code of the item
   * @param lane of whoever showed it, in hex
   */
  void tell(int tenant, String name, String subject, Instant at, String lane);
}
