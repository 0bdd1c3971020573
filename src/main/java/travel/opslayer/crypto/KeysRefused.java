package travel.opslayer.crypto;

/** The service cannot start with this key file; the sentence says what a person can do. */
public final class KeysRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeysRefused(String sentence) {
    super(sentence);
  }
}
