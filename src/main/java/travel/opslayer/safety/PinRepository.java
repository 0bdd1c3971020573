package travel.opslayer.safety;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;

/**
 * The table {@code staff_pins}. What is hashed is not the PIN but its blind index, so that a stolen
 * database tells nobody four digits without the keys of the house.
 */
@Singleton
public final class PinRepository {

  private static final String HASH = "PBKDF2WithHmacSHA512";
  private static final int ROUNDS = 210_000;
  private static final int BITS = 256;
  private static final int SALT = 16;

  private final SecureRandom random = new SecureRandom();
  private final Vault vault;

  PinRepository(Vault vault) {
    this.vault = vault;
  }

  /**
   * Where somebody stands.
   *
   * @param wrong how many wrong ones in a row
   */
  public record State(long wrong, @Nullable Instant blockedUntil, @Nullable Instant goodUntil) {

    public boolean isBlocked(Instant now) {
      return blockedUntil != null && now.isBefore(blockedUntil);
    }

    public boolean isFresh(Instant now) {
      return !isBlocked(now) && goodUntil != null && now.isBefore(goodUntil);
    }
  }

  /** Empty when they have none. */
  public Optional<State> of(Sql sql, int tenant, UUID person) {
    return sql.one(
        """
        SELECT wrong, blocked_until, good_until FROM staff_pins
        WHERE tenant_id = ? AND person_id = ?
        """,
        row ->
            new State(
                row.longValue("wrong"),
                row.instantOrNull("blocked_until"),
                row.instantOrNull("good_until")),
        tenant,
        person);
  }

  /** Four to eight digits. */
  public static boolean isOne(String pin) {
    return pin.matches("[0-9]{4,8}");
  }

  /** Another one; whoever was blocked is not any more. */
  public void set(Sql sql, int tenant, UUID person, String pin, Instant now) {
    var salt = new byte[SALT];
    random.nextBytes(salt);
    sql.update(
        """
        INSERT INTO staff_pins (tenant_id, person_id, salt, hash, rounds, set_at)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, person_id) DO UPDATE SET salt = excluded.salt,
          hash = excluded.hash, rounds = excluded.rounds, set_at = excluded.set_at, wrong = 0,
          blocked_until = NULL, good_until = NULL
        """,
        tenant,
        person,
        salt,
        hash(tenant, person, pin, salt, ROUNDS),
        ROUNDS,
        now);
  }

  /** It takes as long for a PIN that is nearly right as for one that is all wrong. */
  public boolean fits(Sql sql, int tenant, UUID person, String pin) {
    return sql.one(
            "SELECT salt, hash, rounds FROM staff_pins WHERE tenant_id = ? AND person_id = ?",
            row ->
                MessageDigest.isEqual(
                    row.bytes("hash"),
                    hash(tenant, person, pin, row.bytes("salt"), (int) row.longValue("rounds"))),
            tenant,
            person)
        .orElse(false);
  }

  /** It was right: good until then. */
  public void good(Sql sql, int tenant, UUID person, Instant until) {
    change(sql, tenant, person, 0, null, until);
  }

  /** It was wrong, so many times in a row. */
  public void wrong(Sql sql, int tenant, UUID person, long times) {
    change(sql, tenant, person, times, null, null);
  }

  /** Too often: none counts until then. */
  public void block(Sql sql, int tenant, UUID person, Instant until) {
    change(sql, tenant, person, 0, until, null);
  }

  private static void change(
      Sql sql,
      int tenant,
      UUID person,
      long wrong,
      @Nullable Instant blocked,
      @Nullable Instant good) {
    sql.update(
        """
        UPDATE staff_pins SET wrong = ?, blocked_until = ?, good_until = ?
        WHERE tenant_id = ? AND person_id = ?
        """,
        wrong,
        blocked,
        good,
        tenant,
        person);
  }

  private byte[] hash(int tenant, UUID person, String pin, byte[] salt, int rounds) {
    var index = HexFormat.of().formatHex(vault.index(tenant, "pin", person + " " + pin));
    var key = new PBEKeySpec(index.toCharArray(), salt, rounds, BITS);
    try {
      return SecretKeyFactory.getInstance(HASH).generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot hash a PIN (%s).".formatted(HASH), e);
    } finally {
      key.clearPassword();
    }
  }
}
