package travel.opslayer.decision.language;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.decision.language.Words.Fixed;
import travel.opslayer.decision.language.Words.Free;
import travel.opslayer.decision.language.Words.Listed;

/** All that a rule can do, and the words that each verb takes. */
public enum Verb {
  PERMIT("permit", Listed.ACTIONS),
  FORBID("forbid", Listed.ACTIONS, Listed.TEMPLATES),
  REQUIRE(
      "require", Listed.ACTIONS, new Fixed(List.of("approval", "pin", "deposit", "confirmation"))),
  MOVE_TO("moveTo", Listed.STATES),
  MOVE("move", Listed.NAMES, Listed.STATES),
  REPLY("reply", Listed.TEMPLATES),
  NOTIFY("notify", Listed.AUDIENCES, Listed.TEMPLATES),
  SCHEDULE("schedule", Listed.TIMERS, Free.DURATION),
  ASSIGN("assign", Listed.NAMES, Free.TEXT);

  private static final Map<String, Verb> BY_NAME =
      Stream.of(values()).collect(toMap(Verb::word, it -> it));

  private final String word;
  private final List<Words> arguments;

  Verb(String word, Words... arguments) {
    this.word = word;
    this.arguments = List.of(arguments);
  }

  public static Optional<Verb> named(String word) {
    return Optional.ofNullable(BY_NAME.get(word));
  }

  public static List<String> words() {
    return Stream.of(values()).map(Verb::word).toList();
  }

  /** As it is written after {@code decision.} */
  public String word() {
    return word;
  }

  public List<Words> arguments() {
    return arguments;
  }
}
