package travel.opslayer.travelcore.bundled.seats;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.time.Ids;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.CommandRepository;
import travel.opslayer.travelcore.seats.Fit;
import travel.opslayer.travelcore.seats.Hold;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/** The waiting list of the bundled core. */
@Singleton
final class BundledWaitlist implements Waitlist {

  private final CommandRepository commands;

  BundledWaitlist(CommandRepository commands) {
    this.commands = commands;
  }

  @Override
  public List<WaitlistEntry> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return EntryRepository.byCodes(sql, tenant, codes);
  }

  @Override
  public List<WaitlistEntry> onDeparture(Sql sql, int tenant, String departure) {
    return EntryRepository.onDeparture(sql, tenant, departure);
  }

  @Override
  public List<WaitlistEntry> openOf(Sql sql, int tenant, Collection<UUID> people) {
    return EntryRepository.openOf(sql, tenant, people);
  }

  @Override
  public List<Freed> freed(Sql sql, int tenant, Instant now, int most) {
    return EntryRepository.freed(sql, tenant, now, most);
  }

  @Override
  public CoreResult<WaitlistEntry> join(
      Sql sql, Command command, String departure, UUID person, int party, boolean auto) {
    if (party < 1) {
      return new Rejected<>(Why.INVALID, "%d seats".formatted(party));
    }
    return once(
        sql,
        command,
        "join %s %s %d %s".formatted(departure, person, party, auto),
        () -> add(sql, command, departure, person, party, auto));
  }

  private CoreResult<WaitlistEntry> add(
      Sql sql, Command command, String departure, UUID person, int party, boolean auto) {
    var standing = CounterRepository.lock(sql, command, departure);
    if (standing.isEmpty()) {
      return new Rejected<>(Why.NOT_FOUND, departure);
    }
    if (!standing.get().sells() || standing.get().closed()) {
      return new Rejected<>(standing.get().sells() ? Why.CUTOFF : Why.CLOSED, departure);
    }
    var there =
        openOf(sql, command.tenant(), List.of(person)).stream()
            .filter(it -> it.departure().equals(departure))
            .findFirst();
    if (there.isPresent()) {
      return new Done<>(there.get());
    }
    EntryRepository.add(sql, command, departure, person, party, auto);
    CounterRepository.add(sql, command.tenant(), departure, 0, 0, 1);
    return new Done<>(EntryRepository.find(sql, command.tenant(), command.id()).orElseThrow());
  }

  @Override
  public Optional<WaitlistEntry> next(Sql sql, Command command, String departure, Fit fit) {
    var standing = CounterRepository.lock(sql, command, departure);
    if (standing.isEmpty() || !standing.get().sells() || standing.get().closed()) {
      return Optional.empty();
    }
    CounterRepository.reclaim(sql, command.tenant(), departure, command.now());
    var free = CounterRepository.lock(sql, command, departure).orElseThrow().free();
    if (free < 1) {
      return Optional.empty();
    }
    for (var it : EntryRepository.waiting(sql, command.tenant(), departure)) {
      if (it.party() <= free) {
        return Optional.of(it);
      }
      EntryRepository.skipped(sql, command, it, free, fit);
      if (fit == Fit.WAIT) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Override
  public CoreResult<WaitlistEntry> offer(Sql sql, Command command, UUID entry, Instant until) {
    return changing(
        sql,
        command,
        entry,
        "offer %s %s".formatted(entry, until),
        (it, standing) -> offer(sql, command, it, standing, until));
  }

  private CoreResult<WaitlistEntry> offer(
      Sql sql,
      Command command,
      WaitlistEntry it,
      CounterRepository.Standing standing,
      Instant until) {
    if (!it.state().equals(WaitlistEntry.WAITING) && !it.state().equals(WaitlistEntry.LAPSED)) {
      return notChangeable(it);
    }
    if (standing.free() < it.party()) {
      return new Rejected<>(Why.SOLD_OUT, String.valueOf(standing.free()));
    }
    var tenant = command.tenant();
    var hold = new Command(tenant, Ids.from(command.id(), "hold"), command.now());
    var held =
        HoldRepository.insert(sql, hold, it.departure(), it.party(), Hold.FOR_WAITLIST, until);
    var waited = it.state().equals(WaitlistEntry.WAITING) ? 1 : 0;
    CounterRepository.add(sql, tenant, it.departure(), it.party(), 0, -waited);
    return move(sql, command, it, WaitlistEntry.OFFERED, held.id(), until);
  }

  @Override
  public CoreResult<WaitlistEntry> accept(Sql sql, Command command, UUID entry, Instant until) {
    return changing(
        sql,
        command,
        entry,
        "accept %s %s".formatted(entry, until),
        (it, standing) -> accept(sql, command, it, until));
  }

  private CoreResult<WaitlistEntry> accept(
      Sql sql, Command command, WaitlistEntry it, Instant until) {
    if (!it.state().equals(WaitlistEntry.OFFERED)) {
      return notChangeable(it);
    }
    var hold = hold(sql, command.tenant(), it);
    HoldRepository.change(sql, command.tenant(), hold, "purpose = ?", Hold.FOR_BOOKING);
    HoldRepository.change(sql, command.tenant(), hold, "until = ?", until);
    return move(sql, command, it, WaitlistEntry.CONVERTED, it.hold(), null);
  }

  @Override
  public CoreResult<WaitlistEntry> auto(Sql sql, Command command, UUID entry, boolean auto) {
    return changing(
        sql,
        command,
        entry,
        "auto %s %s".formatted(entry, auto),
        (it, standing) -> auto(sql, command, it, auto));
  }

  private CoreResult<WaitlistEntry> auto(Sql sql, Command command, WaitlistEntry it, boolean auto) {
    if (!it.state().equals(WaitlistEntry.WAITING)) {
      return notChangeable(it);
    }
    EntryRepository.auto(sql, command.tenant(), it, auto);
    return new Done<>(EntryRepository.find(sql, command.tenant(), it.id()).orElseThrow());
  }

  @Override
  public CoreResult<WaitlistEntry> decline(Sql sql, Command command, UUID entry) {
    return ending(sql, command, entry, WaitlistEntry.DECLINED);
  }

  @Override
  public CoreResult<WaitlistEntry> lapse(Sql sql, Command command, UUID entry) {
    return ending(sql, command, entry, WaitlistEntry.LAPSED);
  }

  @Override
  public CoreResult<WaitlistEntry> withdraw(Sql sql, Command command, UUID entry) {
    return ending(sql, command, entry, WaitlistEntry.WITHDRAWN);
  }

  private CoreResult<WaitlistEntry> ending(Sql sql, Command command, UUID entry, String state) {
    return changing(
        sql, command, entry, state + " " + entry, (it, standing) -> end(sql, command, it, state));
  }

  /** Who waits can only leave; who was offered seats gives them back. */
  private CoreResult<WaitlistEntry> end(Sql sql, Command command, WaitlistEntry it, String state) {
    if (it.state().equals(state)) {
      return new Done<>(it);
    }
    if (it.state().equals(WaitlistEntry.OFFERED)) {
      HoldRepository.free(sql, command, hold(sql, command.tenant(), it));
    } else if (it.state().equals(WaitlistEntry.WAITING) && state.equals(WaitlistEntry.WITHDRAWN)) {
      CounterRepository.add(sql, command.tenant(), it.departure(), 0, 0, -1);
    } else {
      return notChangeable(it);
    }
    return move(sql, command, it, state, it.hold(), null);
  }

  private static Hold hold(Sql sql, int tenant, WaitlistEntry it) {
    var id = Objects.requireNonNull(it.hold());
    return HoldRepository.byId(sql, tenant, id).orElseThrow();
  }

  private static CoreResult<WaitlistEntry> notChangeable(WaitlistEntry it) {
    return new Rejected<>(Why.NOT_CHANGEABLE, it.state());
  }

  private static CoreResult<WaitlistEntry> move(
      Sql sql,
      Command command,
      WaitlistEntry it,
      String state,
      @Nullable UUID hold,
      @Nullable Instant until) {
    EntryRepository.move(sql, command.tenant(), it, state, hold, until);
    return new Done<>(EntryRepository.find(sql, command.tenant(), it.id()).orElseThrow());
  }

  /** Does it to an entry whose departure is locked. */
  private interface Change {
    CoreResult<WaitlistEntry> of(WaitlistEntry entry, CounterRepository.Standing standing);
  }

  private CoreResult<WaitlistEntry> changing(
      Sql sql, Command command, UUID id, String asked, Change change) {
    return once(
        sql,
        command,
        asked,
        () -> {
          var seen = EntryRepository.find(sql, command.tenant(), id);
          if (seen.isEmpty()) {
            return new Rejected<>(Why.NOT_FOUND, id.toString());
          }
          var standing = CounterRepository.lock(sql, command, seen.get().departure()).orElseThrow();
          return change.of(EntryRepository.find(sql, command.tenant(), id).orElseThrow(), standing);
        });
  }

  private CoreResult<WaitlistEntry> once(
      Sql sql, Command command, String asked, Supplier<CoreResult<WaitlistEntry>> work) {
    Function<UUID, Optional<WaitlistEntry>> find =
        it -> EntryRepository.find(sql, command.tenant(), it);
    return commands.once(sql, command, asked, work, WaitlistEntry::id, find);
  }
}
