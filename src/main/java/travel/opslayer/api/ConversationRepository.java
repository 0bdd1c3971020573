package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads conversations. */
@Singleton
final class ConversationRepository {

  private final PageRepository lists;
  private final Listing<Thread> threads;

  ConversationRepository(PageRepository lists) {
    this.lists = lists;
    threads =
        new Listing<>(
            "conversations",
            """
            SELECT c.id, c.channel, c.person_id, p.name, c.address, c.address_kind, c.last_in_at,
                   c.window_until, c.created_at AS at
            FROM whatsapp_conversations c
            JOIN people p ON p.tenant_id = c.tenant_id AND p.id = c.person_id
            WHERE c.tenant_id = ?
            """,
            Key.ID,
            this::thread);
  }

  /**
   * What we have with one person on one channel.
   *
   * @param channel the line it is on
   * @param person id of the person
   * @param name of the person
   * @param address what we answer to: a phone number, or the provider's id of the person
   * @param lastInAt when they last wrote, by the provider's clock
   * @param windowUntil free text may be sent until then
   */
  @Serdeable
  @Schema(name = "Conversation")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Thread(
      UUID id,
      String channel,
      UUID person,
      @Nullable String name,
      String address,
      @Nullable OffsetDateTime lastInAt,
      @Nullable OffsetDateTime windowUntil,
      OffsetDateTime createdAt) {

    @Override
    public String toString() {
      return "conversation " + id;
    }
  }

  Page<Thread> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(threads, limit, cursor);
  }

  Thread one(String id) {
    return lists.one(threads, id);
  }

  private Thread thread(Row row) {
    var sealed = row.bytes("address");
    var address = String.valueOf(lists.open("whatsapp_conversations.address", sealed));
    return new Thread(
        row.uuid("id"),
        row.text("channel"),
        row.uuid("person_id"),
        lists.open("people.name", row.bytesOrNull("name")),
        row.text("address_kind").equals("phone") ? "+" + address : address,
        lists.timeOrNull(row, "last_in_at"),
        lists.timeOrNull(row, "window_until"),
        lists.time(row, "at"));
  }
}
