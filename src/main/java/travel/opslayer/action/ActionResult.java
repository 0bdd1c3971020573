package travel.opslayer.action;

import java.time.Instant;
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
 * @param version of that object as the texts show it, so that a later tap or quote tells whether it
 *     is still the same; null when it does not matter
 * @param subjects for audiences that are told about another object, such as the approval for those
 *     who approve, and for timers that wait for another one, by their name
 * @param values for the placeholders of templates
 * @param people who the audiences of this action are, such as the owner of the lead
 * @param moments at which timers of the same decision can be due, such as hold_until
 * @param timeline what is written on the timeline of the object
 * @param offered the only actions whose choices are shown; null for all that the text has
 * @param refused the text that says why nothing was done after all, such as seats that are gone:
 *     then nothing else is said and no timer is set; null when it was done
 * @param options what can be tapped beside the choices of a text, such as one for each booking
 * @param next what follows from it and is decided by itself, right after this turn
 */
public record ActionResult(
    @Nullable String subject,
    @Nullable Long version,
    Map<String, String> subjects,
    Map<String, Object> values,
    Map<String, UUID> people,
    Map<String, Instant> moments,
    List<Entry> timeline,
    @Nullable List<String> offered,
    @Nullable String refused,
    List<Option> options,
    List<Next> next) {

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

  /**
   * Something to tap in the answer.
   *
   * @param about the code of the object that it is for
   * @param title up to 20 letters, 24 where there are more than three; longer ones are cut
   * @param audience whose message has it
   */
  public record Option(
      String action, String about, String title, String description, String audience) {

    /** Whoever wrote. */
    public static final String ANSWER = "answer";
  }

  /**
   * An event that comes back through the inbox, like a timer that is due at once.
   *
   * @param event a name that rules know, such as refund_asked
   * @param about the code of its object
   */
  public record Next(String event, String about) {}

  public ActionResult {
    subjects = Map.copyOf(subjects);
    values = Map.copyOf(values);
    people = Map.copyOf(people);
    moments = Map.copyOf(moments);
    timeline = List.copyOf(timeline);
    options = List.copyOf(options);
    next = List.copyOf(next);
  }

  public static ActionResult about(@Nullable String subject) {
    return new ActionResult(
        subject, null, Map.of(), Map.of(), Map.of(), Map.of(), List.of(), null, null, List.of(),
        List.of());
  }

  /** The same, of this version of its object. */
  public ActionResult as(long version) {
    return new ActionResult(
        subject, version, subjects, values, people, moments, timeline, offered, refused, options,
        next);
  }

  /** The same with one more value; a null is left out. */
  public ActionResult with(String name, @Nullable Object value) {
    return value == null
        ? this
        : new ActionResult(
            subject,
            version,
            subjects,
            more(values, name, value),
            people,
            moments,
            timeline,
            offered,
            refused,
            options,
            next);
  }

  /** The same with all that another may say, where this one says nothing. */
  public ActionResult with(ActionResult other) {
    var all = new LinkedHashMap<>(other.values);
    all.putAll(values);
    var everybody = new LinkedHashMap<>(other.people);
    everybody.putAll(people);
    return new ActionResult(
        subject, version, subjects, all, everybody, moments, timeline, offered, refused, options,
        next);
  }

  /** The same with one more audience; nobody is left out. */
  public ActionResult telling(String audience, @Nullable UUID person) {
    return person == null
        ? this
        : new ActionResult(
            subject,
            version,
            subjects,
            values,
            more(people, audience, person),
            moments,
            timeline,
            offered,
            refused,
            options,
            next);
  }

  /** The same, telling this audience, or setting this timer, about another object. */
  public ActionResult showing(String audience, String about) {
    return new ActionResult(
        subject,
        version,
        more(subjects, audience, about),
        values,
        people,
        moments,
        timeline,
        offered,
        refused,
        options,
        next);
  }

  /** The same with a moment that timers may wait for. */
  public ActionResult due(String moment, Instant at) {
    return new ActionResult(
        subject,
        version,
        subjects,
        values,
        people,
        more(moments, moment, at),
        timeline,
        offered,
        refused,
        options,
        next);
  }

  public ActionResult noting(String kind, String text) {
    var lines = new ArrayList<>(timeline);
    lines.add(new Entry(kind, text));
    return new ActionResult(
        subject, version, subjects, values, people, moments, lines, offered, refused, options,
        next);
  }

  /** The same, showing only the choices of these actions. */
  public ActionResult offering(List<String> actions) {
    return new ActionResult(
        subject,
        version,
        subjects,
        values,
        people,
        moments,
        timeline,
        List.copyOf(actions),
        refused,
        options,
        next);
  }

  /** It could not be done: the sender is told this, and nothing else follows. */
  public ActionResult refusing(String template) {
    return new ActionResult(
        subject, version, subjects, values, people, moments, List.of(), offered, template, options,
        next);
  }

  /** The same with one more thing to tap. */
  public ActionResult choosing(String action, String about, String title, String description) {
    return choosingFor(Option.ANSWER, action, about, title, description);
  }

  /** The same in the message to somebody else. */
  public ActionResult choosingFor(
      String audience, String action, String about, String title, String description) {
    var all = new ArrayList<>(options);
    all.add(new Option(action, about, title, description, audience));
    return new ActionResult(
        subject, version, subjects, values, people, moments, timeline, offered, refused, all, next);
  }

  /** The same, with something that is decided right afterwards. */
  public ActionResult then(String event, String about) {
    var all = new ArrayList<>(next);
    all.add(new Next(event, about));
    return new ActionResult(
        subject, version, subjects, values, people, moments, timeline, offered, refused, options,
        all);
  }

  private static <V> Map<String, V> more(Map<String, V> known, String name, V value) {
    var all = new LinkedHashMap<>(known);
    all.put(name, value);
    return all;
  }

  /** Never the values: they are personal, and this text may reach a log. */
  @Override
  public String toString() {
    return "result about " + subject;
  }
}
