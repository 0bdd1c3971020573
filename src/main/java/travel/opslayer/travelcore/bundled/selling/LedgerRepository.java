package travel.opslayer.travelcore.bundled.selling;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.CommandRepository;
import travel.opslayer.travelcore.selling.Balance;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Ledger;

/** The ledger of the bundled core. */
@Singleton
final class LedgerRepository implements Ledger {

  private static final Set<String> KINDS =
      Set.of(Entry.CHARGE, Entry.PAYMENT, Entry.REFUND, Entry.FEE, Entry.ADJUST);

  private static final String FIELDS =
      "id, booking_id, kind, amount_minor, currency, reference, at ";

  private final CommandRepository commands;

  LedgerRepository(CommandRepository commands) {
    this.commands = commands;
  }

  @Override
  public Optional<Balance> balance(Sql sql, int tenant, UUID booking) {
    return sql.one(
        """
        SELECT b.currency, sum(l.amount_minor) FILTER
            (WHERE l.kind IN ('charge', 'fee', 'adjust'))::bigint AS charged,
          sum(l.amount_minor) FILTER (WHERE l.kind = 'payment')::bigint AS paid,
          sum(l.amount_minor) FILTER (WHERE l.kind = 'refund')::bigint AS refunded
        FROM core.bookings b
        LEFT JOIN core.ledger l ON l.tenant_id = b.tenant_id AND l.booking_id = b.id
        WHERE b.tenant_id = ? AND b.id = ? GROUP BY b.id, b.currency
        """,
        row ->
            new Balance(
                row.text("currency"), sum(row, "charged"), sum(row, "paid"), sum(row, "refunded")),
        tenant,
        booking);
  }

  private static long sum(Row row, String column) {
    var sum = row.longOrNull(column);
    return sum == null ? 0 : sum;
  }

  @Override
  public List<Entry> entries(Sql sql, int tenant, UUID booking) {
    return sql.list(
        "SELECT "
            + FIELDS
            + "FROM core.ledger WHERE tenant_id = ? AND booking_id = ? ORDER BY place",
        LedgerRepository::entry,
        tenant,
        booking);
  }

  @Override
  public CoreResult<Entry> post(Sql sql, Command command, Posting posting) {
    return commands.once(
        sql,
        command,
        "post %s %s %d %s %s"
            .formatted(
                posting.kind(),
                posting.booking(),
                posting.amountMinor(),
                posting.currency(),
                posting.reference()),
        () -> write(sql, command, posting),
        Entry::id,
        it -> find(sql, command.tenant(), "id = ?", it));
  }

  private CoreResult<Entry> write(Sql sql, Command command, Posting posting) {
    var tenant = command.tenant();
    if (!makesSense(posting)) {
      return new Rejected<>(
          Why.INVALID, "%s of %d".formatted(posting.kind(), posting.amountMinor()));
    }
    if (posting.kind().equals(Entry.REFUND)) {
      lock(sql, tenant, posting.booking());
    }
    var there = find(sql, tenant, "reference = ?", posting.reference());
    if (there.isPresent()) {
      return again(there.get(), posting);
    }
    var balance = balance(sql, tenant, posting.booking());
    if (balance.isEmpty()) {
      return new Rejected<>(Why.NOT_FOUND, posting.booking().toString());
    }
    if (!balance.get().currency().equals(posting.currency())) {
      return new Rejected<>(
          Why.INVALID, "%s, not %s".formatted(posting.currency(), balance.get().currency()));
    }
    var kept = balance.get().keptMinor();
    if (posting.kind().equals(Entry.REFUND) && posting.amountMinor() > kept) {
      return new Rejected<>(
          Why.INVALID, "%s of %d from %d".formatted(Entry.REFUND, posting.amountMinor(), kept));
    }
    return insert(sql, command, posting);
  }

  private static boolean makesSense(Posting posting) {
    var amount = posting.amountMinor();
    var adjusts = posting.kind().equals(Entry.ADJUST) && amount != 0 && amount >= -MOST;
    return KINDS.contains(posting.kind())
        && (adjusts || amount > 0)
        && amount <= MOST
        && !posting.reference().isBlank();
  }

  /** Two refunds wait for each other, so that each sees what the other left. */
  private static void lock(Sql sql, int tenant, UUID booking) {
    sql.one(
        "SELECT code FROM core.bookings WHERE tenant_id = ? AND id = ? FOR NO KEY UPDATE",
        row -> row.text("code"),
        tenant,
        booking);
  }

  private static CoreResult<Entry> insert(Sql sql, Command command, Posting posting) {
    sql.update(
        """
        INSERT INTO core.ledger (tenant_id, id, booking_id, kind, amount_minor, currency,
          reference, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, reference) DO NOTHING
        """,
        command.tenant(),
        command.id(),
        posting.booking(),
        posting.kind(),
        posting.amountMinor(),
        posting.currency(),
        posting.reference(),
        command.now());
    var written = find(sql, command.tenant(), "reference = ?", posting.reference());
    return again(written.orElseThrow(), posting);
  }

  private static CoreResult<Entry> again(Entry there, Posting posting) {
    var same =
        new Posting(
            there.booking(),
            there.kind(),
            there.amountMinor(),
            there.currency(),
            there.reference());
    return same.equals(posting)
        ? new Done<>(there)
        : new Rejected<>(
            Why.IDEMPOTENCY_MISMATCH,
            "%s %d %s".formatted(there.kind(), there.amountMinor(), there.currency()));
  }

  private static Optional<Entry> find(Sql sql, int tenant, String which, Object value) {
    return sql.one(
        "SELECT " + FIELDS + "FROM core.ledger WHERE tenant_id = ? AND " + which,
        LedgerRepository::entry,
        tenant,
        value);
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.uuid("id"),
        row.uuid("booking_id"),
        row.text("kind"),
        row.longValue("amount_minor"),
        row.text("currency"),
        row.text("reference"),
        row.instant("at"));
  }
}
