package travel.opslayer.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;

/** Ways to see what was filed, each for one colleague, once, and for a few minutes. */
@Singleton
public final class OpenLinks {

  private final OpenLinkRepository rows;
  private final Vault vault;

  OpenLinks(OpenLinkRepository rows, Vault vault) {
    this.rows = rows;
    this.vault = vault;
  }

  /** A link that is good. */
  public record Good(String media, UUID person, String role) {}

  /**
   * Makes one.
   *
   * @param id of the command: made again, it is the same link
   * @return the path of our own page
   */
  public String make(
      Sql sql, int tenant, UUID id, MediaItem item, UUID person, String role, Instant until) {
    var token = token(tenant, id);
    rows.add(sql, tenant, index(tenant, token), new Good(item.code(), person, role), until);
    return "/m/" + token;
  }

  /** Nobody who has seen other links can guess it. */
  private String token(int tenant, UUID id) {
    var first = vault.index(tenant, "media link", id + " 1");
    var second = vault.index(tenant, "media link", id + " 2");
    var all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  private byte[] index(int tenant, String token) {
    return vault.index(tenant, "media token", token);
  }

  /** None that somebody was given is good any more. */
  public void end(Sql sql, int tenant, UUID person, Instant now) {
    rows.end(sql, tenant, person, now);
  }

  /** Is it good, without using it up? */
  public Optional<Good> look(Sql sql, int tenant, String token, Instant now) {
    return rows.good(sql, tenant, index(tenant, token), now);
  }

  /** Uses it up; empty when it is not good, or used. */
  public Optional<Good> use(Sql sql, int tenant, String token, Instant now) {
    return rows.use(sql, tenant, index(tenant, token), now);
  }
}
