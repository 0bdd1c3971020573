package travel.opslayer.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import travel.opslayer.facts.Rota;
import travel.opslayer.facts.Vocabulary;

/**
 * All the words that rules may use: reader and gate refuse any other.
 *
 * @param fields the names in conditions, from the fact records
 * @param actions what can be permitted, from the action handlers
 * @param templates what can be said, from the folder of templates
 * @param timers what can be scheduled
 * @param audiences who can be told
 * @param states of all objects
 * @param names what can be set, and to what
 */
public record Terms(
    Vocabulary fields,
    List<String> actions,
    List<String> templates,
    List<String> timers,
    List<String> audiences,
    List<String> states,
    Names names) {

  /** Fields of this ending hold states: their words are states of objects. */
  private static final String STATE = "_state";

  /** Its words are audiences too. */
  private static final String ROLE = "sender_role";

  /** The same with words that staff have added, by field; what is no open field is left out. */
  public Terms with(Map<String, List<String>> added) {
    var all =
        fields.fields().stream()
            .map(it -> it.open() ? it.with(added.getOrDefault(it.name(), List.of())) : it)
            .toList();
    return new Terms(
        new Vocabulary(all),
        actions,
        templates,
        timers,
        more(
            audiences,
            added.getOrDefault(ROLE, List.of()).stream()
                .flatMap(it -> Stream.of(it, Rota.onDutyOf(it)))),
        more(
            states,
            all.stream()
                .filter(it -> it.open() && it.name().endsWith(STATE))
                .flatMap(it -> it.words().stream())),
        names);
  }

  private static List<String> more(List<String> words, Stream<String> added) {
    return Stream.concat(words.stream(), added).distinct().toList();
  }
}
