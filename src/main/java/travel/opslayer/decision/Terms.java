package travel.opslayer.decision;

import java.util.List;
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
 * @param names what can be set
 */
public record Terms(
    Vocabulary fields,
    List<String> actions,
    List<String> templates,
    List<String> timers,
    List<String> audiences,
    List<String> states,
    List<String> names) {}
