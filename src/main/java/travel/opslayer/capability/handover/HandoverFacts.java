package travel.opslayer.capability.handover;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.handover.HandoverFact.State;
import travel.opslayer.consent.Consents;
import travel.opslayer.consent.Consents.Refusals;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.conversation.Quotes;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.facts.Undivided;

/** Sees who has which conversation. */
@Singleton
final class HandoverFacts implements FactSource, Undivided {

  private static final String CODE = "HO-";
  private static final String TAKE = "take_over";

  private final HandoverRepository handovers;
  private final CustomersMeant customers;
  private final Conversations conversations;
  private final Quotes quotes;
  private final Consents consents;

  HandoverFacts(
      HandoverRepository handovers,
      CustomersMeant customers,
      Conversations conversations,
      Quotes quotes,
      Consents consents) {
    this.consents = consents;
    this.handovers = handovers;
    this.customers = customers;
    this.conversations = conversations;
    this.quotes = quotes;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(HandoverFact.class);
  }

  /** What a person answers is passed to them as it was written. */
  @Override
  public Set<UUID> whole(Sql sql, List<Turn> turns, Desk desk) {
    var people = turns.stream().map(it -> it.contact().person().id()).distinct().toList();
    var taken =
        handovers.takenOf(sql, desk.tenant().id(), people).stream()
            .map(Handover::person)
            .collect(Collectors.toSet());
    return turns.stream()
        .filter(it -> taken.contains(it.contact().person().id()))
        .map(Turn::id)
        .collect(Collectors.toSet());
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var people = new HashSet<UUID>();
    asked.forEach(it -> people.add(it.turn().contact().person().id()));
    var taken = handovers.takenOf(sql, desk.tenant().id(), people);
    for (var it : asked) {
      seen(sql, it, taken, desk).ifPresent(fact -> sheets.add(it, fact));
    }
  }

  private Optional<HandoverFact> seen(Sql sql, Asked asked, List<Handover> taken, Desk desk) {
    var turn = asked.turn();
    var person = turn.contact().person();
    if (turn.timer().isPresent()) {
      return named(sql, asked, desk)
          .map(it -> fact(sql, asked, it, customer(sql, it, desk), 0, desk));
    }
    if (!person.isStaff()) {
      return taken.stream()
          .filter(it -> it.person().equals(person.id()))
          .findFirst()
          .map(it -> fact(sql, asked, it, turn.contact(), 0, desk));
    }
    var theirs = taken.stream().filter(it -> it.colleague().equals(person.id())).toList();
    var customer = meant(sql, asked, theirs, desk);
    if (customer == null && theirs.isEmpty()) {
      return Optional.empty();
    }
    var last =
        customer == null
            ? Optional.<Handover>empty()
            : handovers.lastOf(sql, desk.tenant().id(), customer.person().id());
    return Optional.of(fact(sql, asked, last.orElse(null), customer, theirs.size(), desk));
  }

  private Optional<Handover> named(Sql sql, Asked asked, Desk desk) {
    return Optional.ofNullable(asked.subject())
        .filter(it -> it.startsWith(CODE))
        .flatMap(it -> handovers.byCode(sql, desk.tenant().id(), it));
  }

  /** Whom a colleague quotes or taps; where they quote nothing, the only one they talk with. */
  private @Nullable Contact meant(Sql sql, Asked asked, List<Handover> theirs, Desk desk) {
    if (asked.quotesUs() && (!theirs.isEmpty() || asks(asked))) {
      var turn = asked.turn();
      var quoted = quotes.of(sql, desk.tenant().id(), List.of(turn)).get(turn.id());
      return customers.of(sql, desk.tenant().id(), asked.subject(), quoted).orElse(null);
    }
    return !asked.quotesUs() && theirs.size() == 1 ? customer(sql, theirs.getFirst(), desk) : null;
  }

  /** Nobody else needs to know: what most colleagues write is about no conversation. */
  private static boolean asks(Asked asked) {
    var subject = Objects.requireNonNullElse(asked.subject(), "");
    return subject.startsWith(CODE)
        || subject.startsWith("LD-")
        || asked.understanding().wishes().contains(TAKE)
        || asked.turn().tap().filter(it -> it.id().startsWith(TAKE)).isPresent();
  }

  private @Nullable Contact customer(Sql sql, Handover handover, Desk desk) {
    return conversations.byPerson(sql, desk.tenant().id(), List.of(handover.person())).stream()
        .findFirst()
        .orElse(null);
  }

  private HandoverFact fact(
      Sql sql,
      Asked asked,
      @Nullable Handover last,
      @Nullable Contact customer,
      long taken,
      Desk desk) {
    var sender = asked.turn().contact().person().id();
    var held = last != null && last.isTaken() ? last : null;
    return new HandoverFact(
        last == null ? null : last.code(),
        last != null ? last.state() : customer == null ? null : State.NONE,
        held != null && held.colleague().equals(sender),
        asked.quotesUs() && Objects.requireNonNullElse(asked.subject(), "").startsWith(CODE),
        customer != null && customer.windowOpen(desk.now()),
        customer != null && stopped(sql, customer, desk),
        isPlain(asked),
        held != null && !desk.now().isBefore(held.until()),
        taken);
  }

  private boolean stopped(Sql sql, Contact customer, Desk desk) {
    var person = customer.person().id();
    return consents
        .of(sql, desk.tenant().id(), List.of(person))
        .getOrDefault(person, Refusals.NONE)
        .all();
  }

  /** A command with a slip of the finger names something, and must not reach a customer. */
  private static boolean isPlain(Asked asked) {
    var words = asked.understanding();
    return !asked.quotesUs()
        && words.isSilent()
        && !words.onlyCourtesy()
        && words.codes().isEmpty()
        && words.product() == null
        && words.several().commands().isEmpty();
  }
}
