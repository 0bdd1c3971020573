package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads leads. */
@Singleton
final class LeadRepository {

  private final PageRepository lists;
  private final Listing<Lead> leads;

  LeadRepository(PageRepository lists) {
    this.lists = lists;
    leads =
        new Listing<>(
            "leads",
            """
            SELECT l.id, l.code, l.state, l.person_id, p.name, l.product, l.departure, l.party,
                   l.owner_id, l.wanted_on, l.traveller, l.notes, l.language, l.source,
                   l.answered_at, l.quote_asked_at, l.last_asked_at, l.created_at AS at
            FROM core.leads l
            LEFT JOIN people p ON p.tenant_id = l.tenant_id AND p.id = l.person_id
            WHERE l.tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::lead);
  }

  /**
   * Somebody's wish to travel, before it is a booking.
   *
   * @param code such as LD-301
   * @param state new, assigned, qualified, quoted, won, lost, reopened or merged
   * @param person id of who asks
   * @param name of who asks
   * @param product code; null while nobody knows
   * @param departure code of the one that was offered
   * @param party how many travel
   * @param owner id of the colleague who looks after it
   * @param wantedOn the day they would like to start
   * @param traveller who travels when it is not the one who asks, such as cousin
   * @param notes words such as vegetarian
   * @param language ISO 639-1
   * @param source where it came from, such as whatsapp
   * @param answeredAt when a colleague first wrote to the customer about it
   * @param quoteAskedAt when the customer first asked for a quote
   * @param lastAskedAt when the customer last wrote about it
   */
  @Serdeable
  @Schema(name = "Lead")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Lead(
      UUID id,
      String code,
      String state,
      UUID person,
      @Nullable String name,
      @Nullable String product,
      @Nullable String departure,
      @Nullable Integer party,
      @Nullable UUID owner,
      @Nullable LocalDate wantedOn,
      @Nullable String traveller,
      List<String> notes,
      String language,
      String source,
      @Nullable OffsetDateTime answeredAt,
      @Nullable OffsetDateTime quoteAskedAt,
      OffsetDateTime lastAskedAt,
      OffsetDateTime createdAt) {

    @Override
    public String toString() {
      return code;
    }
  }

  Page<Lead> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(leads, limit, cursor);
  }

  Lead one(String id) {
    return lists.one(leads, id);
  }

  private Lead lead(Row row) {
    return new Lead(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.uuid("person_id"),
        lists.open("people.name", row.bytesOrNull("name")),
        row.textOrNull("product"),
        row.textOrNull("departure"),
        row.integerOrNull("party"),
        row.uuidOrNull("owner_id"),
        row.dateOrNull("wanted_on"),
        row.textOrNull("traveller"),
        row.texts("notes"),
        row.text("language"),
        row.text("source"),
        lists.timeOrNull(row, "answered_at"),
        lists.timeOrNull(row, "quote_asked_at"),
        lists.time(row, "last_asked_at"),
        lists.time(row, "at"));
  }
}
