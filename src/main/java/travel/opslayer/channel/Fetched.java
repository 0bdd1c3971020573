package travel.opslayer.channel;

/** What came of asking a provider for the bytes of something that was shown. */
public sealed interface Fetched {

  /** All of it. */
  record Bytes(byte[] all) implements Fetched {

    /** Never the bytes: they may show somebody. */
    @Override
    public String toString() {
      return "%d bytes".formatted(all.length);
    }
  }

  /** It was not taken. */
  record TooBig(long size) implements Fetched {}

  /** The provider does not have it, and never will again. */
  record Gone(String why) implements Fetched {}

  /** It may come later. */
  record TryLater(String why) implements Fetched {}
}
