package travel.opslayer.inbox;

import org.jspecify.annotations.Nullable;

/** What came in could not be stored. Whoever sent it must be told to send it again. */
public final class NotKept extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotKept(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
