package travel.opslayer.crypto;

/** A sealed value does not open: it is of another place or another key set, or it was changed. */
public final class SealBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SealBroken(int tenant, String column) {
    super(
        ("A value of tenant (%d) in the column (%s) does not open. Maybe the key file is"
                + " not the one it was sealed with.")
            .formatted(tenant, column));
  }
}
