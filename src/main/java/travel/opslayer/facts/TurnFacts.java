package travel.opslayer.facts;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.message.Content;
import travel.opslayer.message.InboundEvent;

/** The facts of the turn itself: who, what came, when. */
@Singleton
final class TurnFacts implements FactSource {

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(
        SenderFact.class,
        MessageFact.class,
        WordsFact.class,
        TapFact.class,
        OfficeFact.class,
        TimerFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var office = new OfficeFact(desk.office().isOpen(desk.now()));
    for (var it : asked) {
      var turn = it.turn();
      sheets.add(it, office);
      turn.timer()
          .ifPresentOrElse(
              due -> {
                sheets.add(it, new TimerFact(due.name()));
                sheets.add(it, sender(it, SenderFact.TIMER, false));
              },
              () -> heard(it, sheets));
    }
  }

  private static void heard(Asked asked, FactSheets sheets) {
    var person = asked.turn().contact().person();
    sheets.add(asked, sender(asked, person.role(), person.isStaff()));
    sheets.add(asked, message(asked));
    var words = asked.understanding();
    sheets.add(
        asked,
        new WordsFact(
            chief(words.wishes()),
            words.onlyCourtesy(),
            words.courtesies().contains("yes") || words.courtesies().contains("ok"),
            words.notes().contains("no"),
            words.words(),
            words.unknownWords(),
            words.isSilent(),
            asked.part().implied(),
            words.several().slip()));
    asked.turn().tap().map(TurnFacts::tapped).ifPresent(it -> sheets.add(asked, it));
  }

  private static SenderFact sender(Asked asked, String role, boolean staff) {
    var contact = asked.turn().contact();
    var spoken = asked.understanding().language();
    var language = contact.person().language() == null ? spoken : contact.person().language();
    return new SenderFact(
        role, staff, language, contact.known(), contact.windowOpen(asked.turn().now()));
  }

  private static MessageFact message(Asked asked) {
    var messages = asked.turn().messages();
    var kind =
        messages.stream()
            .map(InboundEvent.Message::content)
            .filter(Content.Text.class::isInstance)
            .findFirst()
            .orElse(messages.getFirst().content())
            .kind();
    // What somebody writes instead is text; that it is no new message is for amend-wish.csv.
    kind = kind.equals(Content.Other.EDIT) ? "text" : kind;
    return new MessageFact(kind, messages.size(), asked.quotesUs());
  }

  /** The id of a choice is {@code action}, {@code action@object} or {@code action:what@object}. */
  private static TapFact tapped(Content.Tap tap) {
    var at = tap.id().indexOf('@');
    var named = at < 0 ? tap.id() : tap.id().substring(0, at);
    var colon = named.indexOf(':');
    return colon < 0
        ? new TapFact(named, null)
        : new TapFact(named.substring(0, colon), chosen(named.substring(colon + 1)));
  }

  /** Whatever a phone sends: what no choice of ours can say is nothing. */
  private static @Nullable String chosen(String what) {
    return what.matches("[A-Za-z0-9.-]{1,40}") ? what : null;
  }

  /** A greeting in front of a wish is politeness. */
  private static @Nullable String chief(List<String> wishes) {
    return wishes.stream()
        .filter(it -> !it.equals("greet"))
        .findFirst()
        .orElse(wishes.isEmpty() ? null : wishes.getFirst());
  }
}
