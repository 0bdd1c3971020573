package travel.opslayer.channel;

import org.jspecify.annotations.Nullable;

/**
 * The provider sent a body that is not what it documents; the message holds nothing of the body.
 */
public final class MalformedPayload extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedPayload(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
