package travel.opslayer.settings;

/** The service cannot start with this setting; the sentence names the environment variable. */
public final class SettingRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SettingRefused(String sentence) {
    super(sentence);
  }
}
