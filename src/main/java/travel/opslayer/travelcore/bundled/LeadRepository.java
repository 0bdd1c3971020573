package travel.opslayer.travelcore.bundled;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.time.Ids;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;

/** Leads of the bundled core. */
@Singleton
final class LeadRepository implements Leads {

  private static final String FIELDS =
      """
      id, code, person_id, state, product, departure, party, wanted_on, traveller,
      notes, language, source, owner_id, answered_at,
      quote_asked_at, last_asked_at, created_at, version
      """;

  private static final String SELECT = "SELECT " + FIELDS + "FROM core.leads WHERE tenant_id = ? ";

  @Override
  public Optional<Lead> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", LeadRepository::lead, tenant, code);
  }

  @Override
  public List<Lead> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND code = ANY(?)", LeadRepository::lead, tenant, Sql.array("text", codes));
  }

  @Override
  public List<Lead> byIds(Sql sql, int tenant, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND id = ANY(?)", LeadRepository::lead, tenant, Sql.array("uuid", ids));
  }

  @Override
  public List<Lead> openOf(Sql sql, int tenant, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND person_id = ANY(?) AND state <> ALL(?) ORDER BY created_at, code",
            LeadRepository::lead,
            tenant,
            Sql.array("uuid", people),
            Sql.array("text", Lead.CLOSED));
  }

  @Override
  public List<Lead> open(Sql sql, int tenant) {
    return sql.list(
        SELECT + "AND state <> ALL(?) ORDER BY answered_at IS NOT NULL, last_asked_at, code",
        LeadRepository::lead,
        tenant,
        Sql.array("text", Lead.CLOSED));
  }

  @Override
  public Lead create(Sql sql, int tenant, UUID turn, Wish wish, Instant now) {
    var before = sql.one(SELECT + "AND command_id = ?", LeadRepository::lead, tenant, turn);
    return before.orElseGet(() -> add(sql, tenant, turn, wish, now));
  }

  private static Lead add(Sql sql, int tenant, UUID turn, Wish wish, Instant now) {
    var code = NumberRepository.next(sql, tenant, "LD");
    return sql.list(
            """
            INSERT INTO core.leads (tenant_id, id, code, person_id, state, product, departure,
              party, wanted_on, traveller, notes, language, source, last_asked_at, created_at,
              command_id)
            VALUES (?, ?, ?, ?, 'new', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING
            """
                + FIELDS,
            LeadRepository::lead,
            tenant,
            Ids.from(turn, "lead"),
            code,
            wish.person(),
            wish.product(),
            wish.departure(),
            wish.party(),
            wish.wantedOn(),
            wish.traveller(),
            Sql.array("text", wish.notes()),
            wish.language(),
            wish.source(),
            now,
            now,
            turn)
        .getFirst();
  }

  @Override
  public Lead refine(Sql sql, int tenant, Lead lead, Wish wish, Instant now) {
    return change(
        sql,
        tenant,
        lead,
        """
        product = coalesce(?, product), departure = coalesce(?, departure),
        party = coalesce(?, party), wanted_on = coalesce(?, wanted_on),
        traveller = coalesce(?, traveller),
        notes = ARRAY(SELECT DISTINCT n FROM unnest(notes || ?) AS n ORDER BY n),
        last_asked_at = ?
        """,
        wish.product(),
        wish.departure(),
        wish.party(),
        wish.wantedOn(),
        wish.traveller(),
        Sql.array("text", wish.notes()),
        now);
  }

  @Override
  public Lead assign(Sql sql, int tenant, Lead lead, UUID owner, String state) {
    return change(sql, tenant, lead, "owner_id = ?, state = ?", owner, state);
  }

  @Override
  public Lead move(Sql sql, int tenant, Lead lead, String state) {
    return change(sql, tenant, lead, "state = ?", state);
  }

  @Override
  public Lead answered(Sql sql, int tenant, Lead lead, Instant now) {
    return change(sql, tenant, lead, "answered_at = coalesce(answered_at, ?)", now);
  }

  @Override
  public Lead quoteAsked(Sql sql, int tenant, Lead lead, Instant now) {
    return change(
        sql,
        tenant,
        lead,
        "quote_asked_at = coalesce(quote_asked_at, ?), last_asked_at = ?",
        now,
        now);
  }

  private static Lead change(
      Sql sql, int tenant, Lead lead, String set, @Nullable Object... values) {
    var all = new ArrayList<@Nullable Object>(java.util.Arrays.asList(values));
    all.add(tenant);
    all.add(lead.id());
    all.add(lead.version());
    return sql
        .list(
            "UPDATE core.leads SET version = version + 1, "
                + set
                + " WHERE tenant_id = ? AND id = ? AND version = ? RETURNING "
                + FIELDS,
            LeadRepository::lead,
            all.toArray())
        .stream()
        .findFirst()
        .orElseThrow(() -> new TryAgain("Lead %s has changed.".formatted(lead.code())));
  }

  private static Lead lead(Row row) {
    return new Lead(
        row.uuid("id"),
        row.text("code"),
        row.uuid("person_id"),
        row.text("state"),
        row.textOrNull("product"),
        row.textOrNull("departure"),
        row.integerOrNull("party"),
        row.dateOrNull("wanted_on"),
        row.textOrNull("traveller"),
        row.texts("notes"),
        row.text("language"),
        row.text("source"),
        row.uuidOrNull("owner_id"),
        row.instantOrNull("answered_at"),
        row.instantOrNull("quote_asked_at"),
        row.instant("last_asked_at"),
        row.instant("created_at"),
        row.integer("version"));
  }
}
