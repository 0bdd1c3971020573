package travel.opslayer.bench;

/** One message of the benchmark, with the times of what became of it; 0 is not yet. */
final class Message {

  private final long due;
  private volatile long acked;
  private volatile long answered;
  private volatile int status;

  /**
   * @param due when it was to be sent: what the sender is late is the service's time, too
   */
  Message(long due) {
    this.due = due;
  }

  /** When it was to be sent. */
  long due() {
    return due;
  }

  void acked(int status) {
    this.status = status;
    this.acked = System.nanoTime();
  }

  void answered() {
    this.answered = System.nanoTime();
  }

  boolean isAcked() {
    return status >= 200 && status < 300;
  }

  boolean isAnswered() {
    return answered != 0;
  }

  boolean isMissing() {
    return isAcked() && !isAnswered();
  }

  long ackNanos() {
    return acked - due;
  }

  long answerNanos() {
    return answered - due;
  }

  long answeredAt() {
    return answered;
  }
}
