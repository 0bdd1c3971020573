package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.words.Folding;
import travel.opslayer.facts.words.Lexicon;
import travel.opslayer.message.Content;
import travel.opslayer.message.OutboundContent.Choice;

/**
 * Whoever types what stands on a button has tapped it: on a phone that shows none, by SMS, or with
 * one hand on the wheel. A colleague may also type a phrase of sort tap with the code of an object.
 */
@Singleton
final class TypedTaps {

  /** What was shown longer ago is meant only by whoever quotes it. */
  private static final Duration FRESH = Duration.ofHours(24);

  /** In letters: a title, or a phrase with two codes. */
  private static final int LONGEST = 48;

  private final ShownRepository shown;

  TypedTaps(ShownRepository shown) {
    this.shown = shown;
  }

  List<Turn> heard(Sql sql, List<Turn> turns, Lexicon lexicon, Desk desk) {
    var typed = turns.stream().filter(it -> words(it).isPresent()).toList();
    if (typed.isEmpty()) {
      return turns;
    }
    var offered = shown.of(sql, desk.tenant().id(), typed, desk.now().minus(FRESH));
    return turns.stream().map(it -> heard(it, lexicon, offered)).toList();
  }

  private static Turn heard(Turn turn, Lexicon lexicon, Map<UUID, List<List<Choice>>> offered) {
    return words(turn)
        .flatMap(
            it ->
                title(it, offered.getOrDefault(turn.id(), List.of()), lexicon)
                    .or(() -> command(turn, it, lexicon)))
        .map(turn::asTap)
        .orElse(turn);
  }

  /** The words of a turn that is one short text. */
  private static Optional<String> words(Turn turn) {
    return turn.timer().isEmpty()
            && turn.messages().size() == 1
            && turn.messages().getFirst().content() instanceof Content.Text(var text)
            && !bare(text).isEmpty()
            && text.length() <= LONGEST
        ? Optional.of(text)
        : Optional.empty();
  }

  /** One word that means something by itself means that: yes, no, stop. */
  private static Optional<String> title(String text, List<List<Choice>> offered, Lexicon lexicon) {
    var typed = bare(text);
    if (!typed.contains(" ") && lexicon.isMeant(text)) {
      return Optional.empty();
    }
    for (var choices : offered) {
      var same = choices.stream().filter(it -> bare(it.title()).equals(typed)).toList();
      if (same.size() == 1) {
        return Optional.of(same.getFirst().id());
      }
    }
    return Optional.empty();
  }

  /** Without a code it may be meant for a customer whom they talk with: "no need". */
  private static Optional<String> command(Turn turn, String text, Lexicon lexicon) {
    return turn.contact().person().isStaff()
        ? lexicon.tap(text).filter(it -> it.indexOf('@') > 0)
        : Optional.empty();
  }

  /** Without signs, pictures and capitals. */
  private static String bare(String text) {
    return Folding.fold(text).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }
}
