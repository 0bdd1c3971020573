package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Row;

/** Reads dead letters. */
@Singleton
final class DeadLetterRepository {

  private static final String FROM =
      """
      FROM dead_letters d
      LEFT JOIN webhook_bodies b ON b.tenant_id = d.tenant_id AND b.id = d.body_id
        AND b.received_at = d.body_at
      WHERE d.tenant_id = ?
      """;

  private static final String FIELDS = "SELECT d.id, d.at, d.state, d.channel, d.reason, ";

  private final PageRepository lists;
  private final Vault vault;
  private final Listing<Letter> letters;
  private final Listing<Letter> shortened;

  DeadLetterRepository(PageRepository lists, Vault vault) {
    this.lists = lists;
    this.vault = vault;
    letters = new Listing<>("dead-letters", FIELDS + "b.body " + FROM, Key.ID, this::letter);
    // A body may have 4 MiB, and a page two hundred of them.
    shortened =
        new Listing<>(
            "dead-letters",
            FIELDS + "CASE WHEN octet_length(b.body) <= 65536 THEN b.body END AS body " + FROM,
            Key.ID,
            this::letter);
  }

  /**
   * What came in and could not be used.
   *
   * @param state open or replayed
   * @param reason why it could not be used
   * @param body of the whole call, as it came; null when there was none, and in a list when it is
   *     larger than 64 KiB
   */
  @Serdeable
  @Schema(name = "DeadLetter")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Letter(
      UUID id,
      String state,
      OffsetDateTime at,
      String channel,
      String reason,
      @Nullable String body) {

    @Override
    public String toString() {
      return "dead letter " + id;
    }
  }

  int tenant() {
    return lists.tenant();
  }

  Page<Letter> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(shortened, limit, cursor);
  }

  Letter one(String id) {
    return lists.one(letters, id);
  }

  private Letter letter(Row row) {
    var sealed = row.bytesOrNull("body");
    return new Letter(
        row.uuid("id"),
        row.text("state"),
        lists.time(row, "at"),
        row.text("channel"),
        row.text("reason"),
        sealed == null ? null : text(vault.open(tenant(), "webhook_bodies.body", sealed)));
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
