package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.language.Case.Part;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.language.Words;
import travel.opslayer.decision.language.Words.Fixed;
import travel.opslayer.decision.language.Words.Free;
import travel.opslayer.decision.language.Words.Listed;

/** Understands what staff write into a column that says what the rules must say. */
final class ExpectCell {

  private static final String NONE = "none";

  /** Reasons that come from the house itself, whether there are texts for them or not. */
  private static final Fixed REASONS =
      new Fixed(
          Stream.concat(
                  Stream.of(Decision.NOBODY_PERMITS, Decision.RULES_DISAGREE),
                  conditions().map(it -> "refused/" + it))
              .toList());

  private final Lexicon lexicon;
  private final Cell cell;
  private final Part part;

  private ExpectCell(Lexicon lexicon, Cell cell, Part part) {
    this.lexicon = lexicon;
    this.cell = cell;
    this.part = part;
  }

  /** Empty when the cell is blank, and when a problem was noted; an empty list for none. */
  static Optional<List<String>> words(Lexicon lexicon, Cell cell, Part part) {
    if (cell.isBlank()) {
      return Optional.empty();
    }
    if (cell.text().equalsIgnoreCase(NONE)) {
      return Optional.of(List.of());
    }
    return part == Part.ROW
        ? Optional.of(List.of(cell.text())) // names of rules may have commas; the check knows them
        : new ExpectCell(lexicon, cell, part).words();
  }

  private Optional<List<String>> words() {
    var words = new LinkedHashSet<String>();
    for (var typed : cell.text().split(",", -1)) {
      var word = word(typed.strip());
      if (word.isEmpty()) {
        return Optional.empty();
      }
      words.add(word.get());
    }
    return Optional.of(new ArrayList<>(words));
  }

  private Optional<String> word(String typed) {
    return switch (part) {
      case WISH, PERMITTED -> one(lexicon.word(Listed.ACTIONS, cell.title(), typed));
      case REFUSED, REPLY -> one(text(typed));
      case STATE -> one(lexicon.word(Listed.STATES, cell.title(), typed));
      case NOTIFY -> notice(typed);
      case TIMER -> timer(typed);
      case ROW -> Optional.of(typed);
    };
  }

  private Optional<String> one(Reading reading) {
    return cell.value(reading).map(Object::toString);
  }

  private Reading text(String typed) {
    return lexicon.word(REASONS, cell.title(), typed) instanceof Good it
        ? it
        : lexicon.word(Listed.TEMPLATES, cell.title(), typed);
  }

  private Optional<String> notice(String typed) {
    if (!typed.contains(" ")) {
      cell.refuse(
          "%s (%s) says not both who is told and with which text."
              .formatted(cell.title(), Lexicon.shorten(typed)),
          "write both with a blank between them, or none.");
      return Optional.empty();
    }
    return pair(Listed.AUDIENCES, Listed.TEMPLATES, typed);
  }

  private Optional<String> timer(String typed) {
    return lexicon.word(Listed.TIMERS, cell.title(), typed) instanceof Good(var name)
        ? Optional.of(name.toString())
        : pair(Listed.TIMERS, Free.DURATION, typed);
  }

  /** Either word may have blanks itself, as people write them. */
  private Optional<String> pair(Words first, Words second, String typed) {
    var parts = List.of(typed.split("\\s+"));
    for (var i = parts.size() - 1; i > 0; i--) {
      var head = String.join(" ", parts.subList(0, i));
      if (lexicon.word(first, cell.title(), head) instanceof Good(var known)) {
        var rest = String.join(" ", parts.subList(i, parts.size()));
        return one(lexicon.word(second, cell.title(), rest)).map(it -> known + " " + it);
      }
    }
    return one(lexicon.word(first, cell.title(), parts.getFirst()));
  }

  private static Stream<String> conditions() {
    return Verb.REQUIRE.arguments().stream()
        .filter(Fixed.class::isInstance)
        .flatMap(it -> ((Fixed) it).words().stream());
  }
}
