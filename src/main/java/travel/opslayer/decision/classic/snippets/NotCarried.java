package travel.opslayer.decision.classic.snippets;

/** Thrown at the first thing that rules of ours cannot ask or say. */
public final class NotCarried extends Exception {

  private static final long serialVersionUID = 1;

  private final String advice;

  NotCarried(String sentence, String advice) {
    super(sentence);
    this.advice = advice;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public String advice() {
    return advice;
  }
}
