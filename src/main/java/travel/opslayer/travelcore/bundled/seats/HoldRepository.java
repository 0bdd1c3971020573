package travel.opslayer.travelcore.bundled.seats;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.CommandRepository;
import travel.opslayer.travelcore.seats.Hold;
import travel.opslayer.travelcore.seats.Seats;

/** Seats of the bundled core. */
@Singleton
final class HoldRepository implements Seats {

  private static final String FIELDS = "id, departure, party, state, purpose, until ";

  private final CommandRepository commands;

  HoldRepository(CommandRepository commands) {
    this.commands = commands;
  }

  @Override
  public Optional<Hold> find(Sql sql, int tenant, UUID hold) {
    return byId(sql, tenant, hold);
  }

  static Optional<Hold> byId(Sql sql, int tenant, UUID hold) {
    return sql.one(
        "SELECT " + FIELDS + "FROM core.holds WHERE tenant_id = ? AND id = ?",
        HoldRepository::hold,
        tenant,
        hold);
  }

  @Override
  public CoreResult<Hold> hold(
      Sql sql, Command command, String departure, int party, String purpose, Instant until) {
    if (party < 1 || !until.isAfter(command.now())) {
      return new Rejected<>(Why.INVALID, "%d seats until %s".formatted(party, until));
    }
    return once(
        sql,
        command,
        "hold %s %d %s".formatted(departure, party, purpose),
        () -> place(sql, command, departure, party, purpose, until));
  }

  private CoreResult<Hold> place(
      Sql sql, Command command, String departure, int party, String purpose, Instant until) {
    return taken(sql, command, departure, party)
        .map(it -> insert(sql, command, departure, party, purpose, until));
  }

  /** Counts seats as held; the hold is still to be written. */
  private static CoreResult<Integer> taken(Sql sql, Command command, String departure, int party) {
    if (CounterRepository.take(sql, command, departure, party)) {
      return new Done<>(party);
    }
    var standing = CounterRepository.lock(sql, command, departure);
    if (standing.isEmpty()) {
      return new Rejected<>(Why.NOT_FOUND, departure);
    }
    CounterRepository.reclaim(sql, command.tenant(), departure, command.now());
    if (CounterRepository.take(sql, command, departure, party)) {
      return new Done<>(party);
    }
    var now = CounterRepository.lock(sql, command, departure).orElseThrow();
    return new Rejected<>(why(now, party), String.valueOf(now.free()));
  }

  private static Why why(CounterRepository.Standing now, int party) {
    if (!now.sells()) {
      return Why.CLOSED;
    }
    if (now.closed()) {
      return Why.CUTOFF;
    }
    return now.free() >= party ? Why.WAITLIST_ONLY : Why.SOLD_OUT;
  }

  static Hold insert(
      Sql sql, Command command, String departure, int party, String purpose, Instant until) {
    return sql.list(
            """
            INSERT INTO core.holds (tenant_id, id, departure, party, state, purpose, until,
              created_at)
            VALUES (?, ?, ?, ?, 'active', ?, ?, ?)
            RETURNING
            """
                + FIELDS,
            HoldRepository::hold,
            command.tenant(),
            command.id(),
            departure,
            party,
            purpose,
            until,
            command.now())
        .getFirst();
  }

  @Override
  public CoreResult<Hold> extend(Sql sql, Command command, UUID hold, Instant until) {
    return once(
        sql,
        command,
        "extend %s %s".formatted(hold, until),
        () -> locked(sql, command, hold, it -> extend(sql, command, it, until)));
  }

  private CoreResult<Hold> extend(Sql sql, Command command, Hold hold, Instant until) {
    return isHeld(hold, command)
        ? new Done<>(change(sql, command.tenant(), hold, "until = ?", until))
        : gone(sql, command, hold);
  }

  @Override
  public CoreResult<Hold> sell(Sql sql, Command command, UUID hold) {
    return once(
        sql,
        command,
        "sell " + hold,
        () -> locked(sql, command, hold, it -> sell(sql, command, it)));
  }

  private CoreResult<Hold> sell(Sql sql, Command command, Hold hold) {
    if (hold.state().equals(Hold.CONSUMED)) {
      return new Done<>(hold);
    }
    if (!isHeld(hold, command)) {
      return gone(sql, command, hold);
    }
    count(sql, command, hold, -hold.party(), hold.party());
    return new Done<>(change(sql, command.tenant(), hold, "state = ?", Hold.CONSUMED));
  }

  @Override
  public CoreResult<Hold> resize(Sql sql, Command command, UUID hold, int party) {
    if (party < 1) {
      return new Rejected<>(Why.INVALID, "%d seats".formatted(party));
    }
    return once(
        sql,
        command,
        "resize %s %d".formatted(hold, party),
        () -> locked(sql, command, hold, it -> resize(sql, command, it, party)));
  }

  private CoreResult<Hold> resize(Sql sql, Command command, Hold hold, int party) {
    var sold = hold.state().equals(Hold.CONSUMED);
    if (!sold && !isHeld(hold, command)) {
      return gone(sql, command, hold);
    }
    var more = party - hold.party();
    if (more <= 0) {
      count(sql, command, hold, sold ? 0 : more, sold ? more : 0);
      return new Done<>(change(sql, command.tenant(), hold, "party = ?", party));
    }
    return taken(sql, command, hold.departure(), more)
        .map(
            it -> {
              count(sql, command, hold, sold ? -it : 0, sold ? it : 0);
              return change(sql, command.tenant(), hold, "party = ?", party);
            });
  }

  private static void count(Sql sql, Command command, Hold hold, int held, int booked) {
    CounterRepository.add(sql, command.tenant(), hold.departure(), held, booked, 0);
  }

  @Override
  public CoreResult<Hold> release(Sql sql, Command command, UUID hold) {
    return once(
        sql,
        command,
        "release " + hold,
        () -> locked(sql, command, hold, it -> new Done<>(free(sql, command, it))));
  }

  /** On a departure that is locked. */
  static Hold free(Sql sql, Command command, Hold hold) {
    var tenant = command.tenant();
    switch (hold.state()) {
      case Hold.ACTIVE -> CounterRepository.add(sql, tenant, hold.departure(), -hold.party(), 0, 0);
      case Hold.CONSUMED ->
          CounterRepository.add(sql, tenant, hold.departure(), 0, -hold.party(), 0);
      default -> {
        return hold;
      }
    }
    return change(sql, tenant, hold, "state = ?", Hold.RELEASED);
  }

  @Override
  public int sweep(Sql sql, int tenant, Instant now, int most) {
    var departures =
        sql.list(
            """
            SELECT code FROM core.departures d
            WHERE tenant_id = ? AND EXISTS (
              SELECT 1 FROM core.holds h
              WHERE h.tenant_id = d.tenant_id AND h.departure = d.code AND h.state = 'active'
                AND h.until <= ? AND h.purpose <> 'waitlist')
            ORDER BY code LIMIT ? FOR UPDATE SKIP LOCKED
            """,
            row -> row.text("code"),
            tenant,
            now,
            most);
    return departures.stream()
        .mapToInt(it -> CounterRepository.reclaim(sql, tenant, it, now))
        .sum();
  }

  private CoreResult<Hold> once(
      Sql sql, Command command, String asked, Supplier<CoreResult<Hold>> work) {
    return commands.once(
        sql, command, asked, work, Hold::id, it -> find(sql, command.tenant(), it));
  }

  /** The departure first, then its hold as it is by then. */
  private CoreResult<Hold> locked(
      Sql sql, Command command, UUID id, Function<Hold, CoreResult<Hold>> work) {
    var seen = find(sql, command.tenant(), id);
    if (seen.isEmpty()) {
      return new Rejected<>(Why.NOT_FOUND, id.toString());
    }
    CounterRepository.lock(sql, command, seen.get().departure());
    return work.apply(find(sql, command.tenant(), id).orElseThrow());
  }

  private static boolean isHeld(Hold hold, Command command) {
    return hold.state().equals(Hold.ACTIVE) && hold.until().isAfter(command.now());
  }

  private static CoreResult<Hold> gone(Sql sql, Command command, Hold hold) {
    if (hold.state().equals(Hold.ACTIVE) && !hold.purpose().equals(Hold.FOR_WAITLIST)) {
      CounterRepository.reclaim(sql, command.tenant(), hold.departure(), command.now());
    }
    return new Rejected<>(Why.HOLD_GONE, hold.state());
  }

  static Hold change(Sql sql, int tenant, Hold hold, String set, Object value) {
    return sql.list(
            "UPDATE core.holds SET version = version + 1, "
                + set
                + " WHERE tenant_id = ? AND id = ? RETURNING "
                + FIELDS,
            HoldRepository::hold,
            value,
            tenant,
            hold.id())
        .getFirst();
  }

  private static Hold hold(Row row) {
    return new Hold(
        row.uuid("id"),
        row.text("departure"),
        row.integer("party"),
        row.text("state"),
        row.text("purpose"),
        row.instant("until"));
  }
}
