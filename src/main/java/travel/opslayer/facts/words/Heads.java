package travel.opslayer.facts.words;

import org.jspecify.annotations.Nullable;

/**
 * What a colleague in the field says of the guests: "7 jana cha, 2 jana chaina", "all here",
 * "pugyo".
 *
 * @param here how many have come; null when nothing is said
 * @param missing how many have not
 * @param people a number of people of whom nothing more is said: "9 jana"
 * @param everybody whether all have come
 * @param arrived whether somebody has arrived somewhere
 * @param leaving whether they leave
 */
public record Heads(
    @Nullable Integer here,
    @Nullable Integer missing,
    @Nullable Integer people,
    boolean everybody,
    boolean arrived,
    boolean leaving) {

  public static final Heads NOTHING = new Heads(null, null, null, false, false, false);

  /** How far behind a number the word stands that says what is so of them. */
  private static final int NEAR = 3;

  private static final int MOST = 200;

  static Heads of(Bubble bubble) {
    var heads = NOTHING;
    var everybody = false;
    var arrived = false;
    var leaving = false;
    for (var i = 0; i < bubble.size(); i++) {
      everybody |= bubble.filler(i, "everybody");
      arrived |= bubble.filler(i, "arrived");
      leaving |= bubble.filler(i, "leaving");
      var number = number(bubble, i);
      if (number != null && !isWhole(bubble, i)) {
        heads = heads.and(counted(bubble, i, number));
      }
    }
    return new Heads(heads.here, heads.missing, heads.people, everybody, arrived, leaving);
  }

  /** What is said later counts. */
  Heads and(Heads later) {
    return new Heads(
        later.here == null ? here : later.here,
        later.missing == null ? missing : later.missing,
        later.people == null ? people : later.people,
        everybody || later.everybody,
        arrived || later.arrived,
        leaving || later.leaving);
  }

  /** The nine of "7 of 9 here". */
  private static boolean isWhole(Bubble bubble, int at) {
    return bubble.filler(at - 1, "of") && number(bubble, at - 2) != null;
  }

  /** The words behind a number say what it counts, up to the next one; else the one before it. */
  private static Heads counted(Bubble bubble, int at, int number) {
    var noun = Guess.isCounted(bubble.at(at + 1));
    for (var i = at + 1; i <= at + NEAR; i++) {
      if (number(bubble, i) != null && !isWhole(bubble, i)) {
        break;
      }
      if (bubble.at(i).isMark(".,;!")) {
        break;
      }
      if (bubble.filler(i, "missing")) {
        return new Heads(null, number, null, false, false, false);
      }
      if (bubble.filler(i, "here")) {
        return new Heads(number, null, null, false, false, false);
      }
    }
    if (bubble.filler(at - 1, "missing")) {
      return new Heads(null, number, null, false, false, false);
    }
    return noun ? new Heads(null, null, number, false, false, false) : NOTHING;
  }

  private static @Nullable Integer number(Bubble bubble, int at) {
    var piece = bubble.at(at);
    if (piece.token().is(Token.Kind.NUMBER) && !bubble.isPlain(at)) {
      return null; // 4:45 is a time
    }
    var number = Numbers.of(piece, bubble.at(at + 1));
    return number == null || number < 0 || number > MOST ? null : number;
  }
}
