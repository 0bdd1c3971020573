package travel.opslayer.capability.amend;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.message.Content;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/** Looks at messages that change or delete earlier ones. */
@Singleton
final class AmendFacts implements FactSource {

  private final OriginalRepository originals;
  private final MediaShelf shelf;
  private final Bookings bookings;

  AmendFacts(OriginalRepository originals, MediaShelf shelf, Bookings bookings) {
    this.originals = originals;
    this.shelf = shelf;
    this.bookings = bookings;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(AmendFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      if (it.turn().timer().isEmpty()) {
        fact(sql, it, desk).ifPresent(fact -> sheets.add(it, fact));
      }
    }
  }

  private Optional<AmendFact> fact(Sql sql, Asked asked, Desk desk) {
    var tenant = desk.tenant().id();
    var change = change(asked.turn());
    if (change.isPresent()) {
      var original =
          change.get().changes().flatMap(it -> originals.find(sql, tenant, asked.turn(), it));
      return Optional.of(changing(sql, asked, desk, change.get(), original.orElse(null)));
    }
    var overtaken = originals.overtaken(sql, tenant, asked.turn());
    var stale =
        asked.turn().tap().isPresent()
            && asked
                .turn()
                .quoted()
                .filter(it -> originals.isStale(sql, tenant, asked.turn(), it))
                .isPresent();
    return overtaken.isEmpty() && !stale
        ? Optional.empty()
        : Optional.of(
            new AmendFact(
                null, false, false, null, null, false, null, overtaken.orElse(null), stale));
  }

  static Optional<Content.Other> change(Turn turn) {
    return turn.messages().stream()
        .map(it -> it.content())
        .filter(Content.Other.class::isInstance)
        .map(Content.Other.class::cast)
        .filter(it -> it.changes().isPresent())
        .findFirst();
  }

  private AmendFact changing(
      Sql sql, Asked asked, Desk desk, Content.Other change, @Nullable Original original) {
    if (original == null) {
      return new AmendFact(change.kind(), false, false, null, null, false, null, null, false);
    }
    var shown = shelf.ofMessages(sql, desk.tenant().id(), List.of(original.message()));
    return new AmendFact(
        change.kind(),
        true,
        original.acted(),
        original.did(),
        Duration.between(original.sentAt(), desk.now()).toMinutes(),
        shown.stream().anyMatch(it -> it.deletedAt() == null),
        seats(sql, asked, original, desk),
        null,
        false);
  }

  private @Nullable String seats(Sql sql, Asked asked, Original original, Desk desk) {
    var said = asked.understanding().party();
    var held = held(bookings, sql, asked, original, desk);
    if (said == null || held.isEmpty()) {
      return null;
    }
    var order = Integer.compare(said, held.get().party());
    if (order < 0 && asked.turn().contact().person().isStaff()) {
      return null; // a colleague gives seats back with a command of its own
    }
    return order < 0 ? "fewer" : order > 0 ? "more" : "same";
  }

  /**
   * The seats on hold that are meant: of a colleague those that the first words have held, else
   * those of the sender, where there is one such booking.
   */
  static Optional<Booking> held(
      Bookings bookings, Sql sql, Asked asked, @Nullable Original original, Desk desk) {
    var tenant = desk.tenant().id();
    if (asked.turn().contact().person().isStaff()) {
      return Optional.ofNullable(original)
          .map(Original::subject)
          .filter(it -> it.startsWith("BK-"))
          .flatMap(it -> bookings.byCode(sql, tenant, it))
          .filter(it -> it.stateAt(desk.now()).equals(Booking.ON_HOLD));
    }
    var person = asked.turn().contact().person().id();
    var all =
        bookings.openOf(sql, tenant, List.of(person)).stream()
            .filter(it -> it.stateAt(desk.now()).equals(Booking.ON_HOLD))
            .toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }
}
