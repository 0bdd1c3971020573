package travel.opslayer.capability.safety;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.safety.SafetyFact.Phone;
import travel.opslayer.capability.safety.SafetyFact.Pin;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.facts.Undivided;
import travel.opslayer.safety.PhoneLockRepository;
import travel.opslayer.safety.PinRepository;

/** Sees whose phone is lost, and who has given their PIN. */
@Singleton
final class SafetyFacts implements FactSource, Undivided {

  private static final String PIN = "pin";
  private static final String LOCK = "lock";
  private static final String UNLOCK = "unlock";
  private static final Set<String> COMMANDS = Set.of(LOCK, UNLOCK, PIN);

  private final PhoneLockRepository locks;
  private final PinRepository pins;
  private final Typed typed;

  SafetyFacts(PhoneLockRepository locks, PinRepository pins, Typed typed) {
    this.locks = locks;
    this.pins = pins;
    this.typed = typed;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(SafetyFact.class);
  }

  /** Whatever a lost phone asks gets one answer. */
  @Override
  public Set<UUID> whole(Sql sql, List<Turn> turns, Desk desk) {
    return turns.stream()
        .filter(it -> it.contact().person().locked())
        .map(Turn::id)
        .collect(Collectors.toSet());
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var person = it.turn().contact().person();
      if (it.turn().timer().isEmpty() && (person.isStaff() || person.locked())) {
        sheets.add(it, person.locked() ? lost() : seen(sql, it, desk));
      }
    }
  }

  private static SafetyFact lost() {
    return new SafetyFact(true, null, null, false, Pin.NONE, null, 0);
  }

  private SafetyFact seen(Sql sql, Asked asked, Desk desk) {
    var tenant = desk.tenant().id();
    var person = asked.turn().contact().person().id();
    var command = command(asked);
    var state = pins.of(sql, tenant, person).orElse(null);
    var colleague =
        LOCK.equals(command) || UNLOCK.equals(command)
            ? typed.colleague(sql, tenant, asked.turn(), Optional.ofNullable(asked.subject()))
            : Optional.<Contact>empty();
    var lock = colleague.flatMap(it -> locks.of(sql, tenant, it.person().id()));
    var right =
        PIN.equals(command) && state != null && !state.isBlocked(desk.now())
            ? Typed.pin(asked.turn()).map(it -> pins.fits(sql, tenant, person, it)).orElse(null)
            : null;
    return new SafetyFact(
        false,
        command,
        colleague.map(it -> lock.isPresent() ? Phone.LOCKED : Phone.USABLE).orElse(null),
        lock.filter(it -> it.askedBy() != null && !person.equals(it.askedBy())).isPresent(),
        pin(state, desk),
        right,
        state == null ? 0 : state.wrong() + (Boolean.FALSE.equals(right) ? 1 : 0));
  }

  private static Pin pin(PinRepository.@Nullable State state, Desk desk) {
    if (state == null) {
      return Pin.NONE;
    }
    if (state.isBlocked(desk.now())) {
      return Pin.BLOCKED;
    }
    return state.isFresh(desk.now()) ? Pin.FRESH : Pin.SET;
  }

  /** Typed or tapped. */
  private static @Nullable String command(Asked asked) {
    if (asked.turn().tap().filter(it -> it.id().startsWith("unlock_phone@")).isPresent()) {
      return UNLOCK;
    }
    return asked.understanding().several().commands().stream()
        .filter(COMMANDS::contains)
        .findFirst()
        .orElse(null);
  }
}
