package travel.opslayer.payment.wire;

/** What came back from a provider. */
sealed interface Reply {

  /** An answer that came as a whole. */
  record Answer(int status, Node body) implements Reply {}

  /** The call cannot have reached the provider. */
  record NeverLeft(String why) implements Reply {}

  /** The call left, and no answer came. */
  record Silence(String why) implements Reply {}
}
