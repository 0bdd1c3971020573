package travel.opslayer.action;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Person;
import travel.opslayer.database.Sql;
import travel.opslayer.decision.Decision;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Durations;
import travel.opslayer.facts.Situation;
import travel.opslayer.time.Ids;

/**
 * An action that the rules have permitted.
 *
 * @param sql the transaction of the turn
 * @param rules those that have decided, to ask what they would say of something else
 */
public record ActionCall(
    Sql sql, Asked asked, Decision decision, Desk desk, Function<Situation, Decision> rules) {

  private static final int CAUTIOUS = 2;

  /** The same, as if it had come of somebody in this role. */
  public ActionCall as(String role) {
    return new ActionCall(sql, asked.as(role), decision, desk, rules);
  }

  public int tenant() {
    return desk.tenant().id();
  }

  public Contact contact() {
    return asked.turn().contact();
  }

  public Person person() {
    return contact().person();
  }

  /** The same people of one role, those on duty now first. */
  public List<Contact> onDutyFirst(String role, List<Contact> all) {
    var codes = desk.parameters().rota().onDuty(role, desk.now(), desk.tenant().zone());
    return all.stream()
        .sorted(Comparator.comparing((Contact it) -> !codes.contains(it.person().code())))
        .toList();
  }

  /** The id of a command of this action: the turn taken again gives the same command. */
  public UUID id(String what) {
    return Ids.from(asked.turn().id(), what);
  }

  /** The id of the first message that this turn has sent, by which its outbox is asked later. */
  public UUID firstMessage() {
    return message(asked.turn().id(), 0);
  }

  /** The id of a message that a turn sends: taken again, it sends the same one. */
  public static UUID message(UUID turn, int place) {
    return Ids.from(turn, "said " + place);
  }

  public Instant now() {
    return desk.now();
  }

  /** A fact as the rules have seen it; what was unknown to them is empty. */
  public Optional<String> fact(String field) {
    return Optional.ofNullable(decision.situation().values().get(field)).map(String::valueOf);
  }

  /** What the rules would say of the same wish if one fact were another. */
  public Decision wouldBe(String field, Object value) {
    var values = new LinkedHashMap<String, Object>(decision.situation().values());
    values.put(field, value);
    return rules.apply(new Situation(values));
  }

  /** The length of time that the rules give this name. */
  public Optional<Duration> length(String name) {
    return decision.assigned(name).flatMap(Durations::of);
  }

  /** The share in basis points that the rules give this name, written as 20 or 20 %. */
  public Optional<Integer> share(String name) {
    return share(decision, name);
  }

  /** The same, as another decision has it. */
  public static Optional<Integer> share(Decision decision, String name) {
    return decision
        .assigned(name)
        .map(it -> it.replace("%", "").strip())
        .filter(it -> it.matches("(100|\\d{1,2}(\\.\\d{1,2})?)"))
        .map(it -> new BigDecimal(it).movePointRight(2).intValueExact());
  }

  /** How many people have to agree by the rules, 1 to 5; the most cautious where they say none. */
  public int quorum() {
    return decision
        .assigned("quorum")
        .filter(it -> it.matches("[1-5]"))
        .map(Integer::valueOf)
        .orElse(CAUTIOUS);
  }

  /** The language to answer in. */
  public String language() {
    var spoken =
        person().language() == null ? asked.understanding().language() : person().language();
    return spoken == null ? desk.tenant().language() : spoken;
  }
}
