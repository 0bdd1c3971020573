package travel.opslayer.facts.words;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.Token.Kind;

/**
 * Reads how many travel. A number alone is nobody: it needs a word for people, a "for" before it,
 * an "x" beside it, or the like.
 */
final class Party {

  private static final int MOST = 200;

  private final Bubble bubble;
  private @Nullable Integer size;
  private int at;

  // What a list of people comes to, as "2 adults, 1 child" or "me, my wife and 2 friends".
  private int all;
  private int some;
  private int selves;
  private int relations;
  private boolean alone;

  private Party(Bubble bubble) {
    this.bubble = bubble;
  }

  /** The last that is said, for people correct themselves; null when nothing is said. */
  static @Nullable Integer of(Bubble bubble) {
    var party = new Party(bubble);
    while (party.at < bubble.size()) {
      if (party.member()) {
        party.connectors();
      } else {
        party.close();
        party.at++;
      }
    }
    party.close();
    return party.size;
  }

  /** Reads one part of a list of people. */
  private boolean member() {
    var joined = bubble.filler(at - 1, "with");
    var first = all + some + selves + relations == 0;
    var counted = counted();
    if (counted && first && joined && all == 0) {
      selves = 1; // who goes "with 3 friends" goes too
    }
    return counted || marked() || named();
  }

  /** "2 people", "dos niños", "3 friends". */
  private boolean counted() {
    var number = number(at, at + 1);
    if (number == null) {
      return false;
    }
    var noun = bubble.at(at + 1);
    if (Guess.isCounted(noun)) {
      return count(number, noun.is("people", "person") || noun.is("people", "seat"), 2);
    }
    return noun.has("relation") && count(number, false, 2);
  }

  /** "x2", "2x", "for 2", "somos cuatro", "2 ke liye". */
  private boolean marked() {
    var here = bubble.at(at);
    if (here.isTimes() && !isSize(at)) {
      return count(number(at + 1, at), true, 2);
    }
    if (bubble.at(at + 1).token().glued() && bubble.at(at + 1).isTimes() && !isSize(at + 1)) {
      return count(number(at, at + 1), true, 2);
    }
    if (bubble.filler(at, "for") || here.is("people", "we")) {
      return standsAlone(at + 2) && count(number(at + 1, at), true, 2);
    }
    if (bubble.at(at - 1).isMark("+") && selves + relations > 0) {
      return standsAlone(at + 1) && count(number(at, at), false, 1); // "me +1"
    }
    return bubble.filler(at + 1, "for_them") && count(number(at, at + 1), true, 2);
  }

  /** "4x4" is a car and "30x40" a bag. */
  private boolean isSize(int times) {
    return bubble.at(times).token().glued()
        && bubble.at(times - 1).token().is(Kind.NUMBER)
        && bubble.at(times + 1).token().is(Kind.NUMBER);
  }

  /** "me", "my wife", "just me", "couple". */
  private boolean named() {
    var here = bubble.at(at);
    var fixed = Numbers.whole(here.means("people"));
    if (fixed != null && fixed > 1) {
      return count(fixed, true, 1);
    }
    var relation = here.means("relation");
    if (relation != null) {
      relations += Relation.of(relation).people();
    } else if (fixed != null || here.is("people", "me")) {
      selves = 1; // one, unless others follow: "just me and my husband"
      alone |= fixed != null;
    } else {
      return false;
    }
    at++;
    return true;
  }

  private boolean count(@Nullable Integer number, boolean everybody, int pieces) {
    if (number == null) {
      return false;
    }
    if (everybody) {
      all += number;
    } else {
      some += number;
    }
    at += pieces;
    return true;
  }

  private void connectors() {
    while (bubble.at(at).isMark(",+&")
        || bubble.filler(at, "and")
        || bubble.filler(at, "with")
        || bubble.filler(at, "my")) {
      at++;
    }
  }

  /** A list of relations alone says who is meant, not how many travel. */
  private void close() {
    var sum = some + (selves > 0 || some > 0 ? selves + relations : 0);
    var said = all == 0 ? sum : all == some ? all : all + some;
    if (said > 0 && said <= MOST && (all > 0 || some > 0 || relations > 0 || alone)) {
      size = said;
    }
    all = some = selves = relations = 0;
    alone = false;
  }

  private @Nullable Integer number(int index, int beside) {
    var piece = bubble.at(index);
    if (bubble.isDated(index) || (piece.token().is(Kind.NUMBER) && !bubble.isPlain(index))) {
      return null;
    }
    var number = Numbers.of(piece, bubble.at(beside));
    return number == null || number < 1 ? null : number;
  }

  /** "for 2 days" and "for 2 rooms" are no people; nor is a "for" before what nobody knows. */
  private boolean standsAlone(int next) {
    var piece = bubble.at(next);
    return !piece.isUnknownWord() && !bubble.filler(next, "unit") && !piece.isTimes();
  }

  /** A cell of sort relation: "parents 2" are two people, "wife" is one. */
  record Relation(String name, int people) {

    static Relation of(String cell) {
      var gap = cell.lastIndexOf(' ');
      var people = gap < 0 ? null : Numbers.whole(cell.substring(gap + 1));
      return people == null
          ? new Relation(cell, 1)
          : new Relation(cell.substring(0, gap).strip(), people);
    }
  }
}
