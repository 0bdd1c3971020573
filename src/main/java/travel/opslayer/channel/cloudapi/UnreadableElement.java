package travel.opslayer.channel.cloudapi;

/** One element of a payload cannot be used; the message holds nothing of it. */
final class UnreadableElement extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableElement(String message) {
    super(message);
  }
}
