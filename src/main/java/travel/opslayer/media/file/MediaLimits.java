package travel.opslayer.media.file;

/** How much is taken. */
public interface MediaLimits {

  /**
   * @param kind image, video, audio or document
   * @return bytes
   */
  long most(String kind);
}
