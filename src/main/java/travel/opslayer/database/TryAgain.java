package travel.opslayer.database;

/** Two transactions got in each other's way, and this one gave way: the same again may well do. */
public final class TryAgain extends DatabaseFailure {

  private static final long serialVersionUID = 1L;

  TryAgain(String sentence, String sqlState) {
    super(sentence, sqlState);
  }

  /** What was read is no longer so: somebody else was faster. */
  public TryAgain(String sentence) {
    super(sentence, "");
  }
}
