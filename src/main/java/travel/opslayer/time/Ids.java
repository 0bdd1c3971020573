package travel.opslayer.time;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Makes the names of things: UUIDs of version 7, which sort by the time they were made. */
@Singleton
public final class Ids {

  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM = 0x3FFF_FFFF_FFFF_FFFFL;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  public UUID next() {
    var high = clock.instant().toEpochMilli() << 16 | VERSION | random.nextInt(0x1000);
    return new UUID(high, random.nextLong() & RANDOM | VARIANT);
  }

  /**
   * The same every time for the same cause, so what a repeated turn makes has the name it had, and
   * near the cause in every index.
   */
  public static UUID from(UUID cause, String what) {
    return new UUID(cause.getMostSignificantBits(), digest(cause, what) & RANDOM | VARIANT);
  }

  private static long digest(UUID cause, String what) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(
          ByteBuffer.allocate(16)
              .putLong(cause.getMostSignificantBits())
              .putLong(cause.getLeastSignificantBits())
              .flip());
      return ByteBuffer.wrap(sha.digest(what.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
