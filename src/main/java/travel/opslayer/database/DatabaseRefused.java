package travel.opslayer.database;

/** The database cannot be started like this; the sentence says what a person can do about it. */
public final class DatabaseRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseRefused(String sentence) {
    super(sentence);
  }

  public DatabaseRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
