package travel.opslayer.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an action did, and what the texts about it may say.
 *
 * @param subject the code of the object it was done to; null when there is none
 * @param values for the placeholders of templates
 * @param people who the audiences of this action are, such as the owner of the lead
 * @param timeline what is written on the timeline of the object
 * @param offered the only actions whose choices are shown; null for all that the text has
 */
public record ActionResult(
    @Nullable String subject,
    Map<String, Object> values,
    Map<String, UUID> people,
    List<Entry> timeline,
    @Nullable List<String> offered) {

  /** Nothing was changed and there is nothing to tell. */
  public static final ActionResult NOTHING = about(null);

  /** A line of a timeline. */
  public record Entry(String kind, String text) {

    /** Never the text: it may be personal, and this may reach a log. */
    @Override
    public String toString() {
      return kind;
    }
  }

  public ActionResult {
    values = Map.copyOf(values);
    people = Map.copyOf(people);
    timeline = List.copyOf(timeline);
  }

  public static ActionResult about(@Nullable String subject) {
    return new ActionResult(subject, Map.of(), Map.of(), List.of(), null);
  }

  /** The same with one more value; a null is left out. */
  public ActionResult with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new ActionResult(subject, more, people, timeline, offered);
  }

  /** The same with one more audience; nobody is left out. */
  public ActionResult telling(String audience, @Nullable UUID person) {
    if (person == null) {
      return this;
    }
    var more = new LinkedHashMap<>(people);
    more.put(audience, person);
    return new ActionResult(subject, values, more, timeline, offered);
  }

  public ActionResult noting(String kind, String text) {
    var more = new ArrayList<>(timeline);
    more.add(new Entry(kind, text));
    return new ActionResult(subject, values, people, more, offered);
  }

  /** The same, showing only the choices of these actions. */
  public ActionResult offering(List<String> actions) {
    return new ActionResult(subject, values, people, timeline, List.copyOf(actions));
  }

  /** Never the values: they are personal, and this text may reach a log. */
  @Override
  public String toString() {
    return "result about " + subject;
  }
}
