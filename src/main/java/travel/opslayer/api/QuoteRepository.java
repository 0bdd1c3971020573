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

/** Reads quotes. */
@Singleton
final class QuoteRepository {

  private final PageRepository lists;
  private final Listing<Quote> quotes;

  QuoteRepository(PageRepository lists) {
    this.lists = lists;
    quotes =
        new Listing<>(
            "quotes",
            """
            SELECT q.id, q.code, r.state, q.person_id, p.name, d.product, r.departure, r.party,
                   l.owner_id, l.code AS lead, r.total_minor, r.deposit_minor, r.currency,
                   r.revision, r.valid_until, q.created_at AS at
            FROM core.quotes q
            JOIN LATERAL (SELECT * FROM core.quote_revisions r
              WHERE r.tenant_id = q.tenant_id AND r.quote_id = q.id
              ORDER BY place DESC LIMIT 1) r ON true
            JOIN core.leads l ON l.tenant_id = q.tenant_id AND l.id = q.lead_id
            JOIN core.departures d ON d.tenant_id = q.tenant_id AND d.code = r.departure
            LEFT JOIN people p ON p.tenant_id = q.tenant_id AND p.id = q.person_id
            WHERE q.tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::read);
  }

  /**
   * What was offered to a customer, as its newest revision.
   *
   * @param code such as Q-118
   * @param state draft, pending_approval, approved, sent, accepted, declined, expired, superseded
   *     or withdrawn
   * @param person id of the customer
   * @param name of the customer
   * @param product code
   * @param departure code
   * @param party how many travel
   * @param owner id of the colleague who looks after it
   * @param lead code of the lead
   * @param total for all
   * @param deposit what is paid at once
   * @param revision as the customer knows it; 0 until it is sent
   */
  @Serdeable
  @Schema(name = "Quote")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Quote(
      UUID id,
      String code,
      String state,
      UUID person,
      @Nullable String name,
      String product,
      String departure,
      int party,
      @Nullable UUID owner,
      String lead,
      Money total,
      Money deposit,
      int revision,
      OffsetDateTime validUntil,
      OffsetDateTime createdAt) {

    @Override
    public String toString() {
      return code;
    }
  }

  Page<Quote> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(quotes, limit, cursor);
  }

  Quote one(String id) {
    return lists.one(quotes, id);
  }

  private Quote read(Row row) {
    return new Quote(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.uuid("person_id"),
        lists.open("people.name", row.bytesOrNull("name")),
        row.text("product"),
        row.text("departure"),
        row.integer("party"),
        row.uuidOrNull("owner_id"),
        row.text("lead"),
        new Money(row.longValue("total_minor"), row.text("currency")),
        new Money(row.longValue("deposit_minor"), row.text("currency")),
        row.integer("revision"),
        lists.time(row, "valid_until"),
        lists.time(row, "at"));
  }
}
