package travel.opslayer.action;

import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Person;
import travel.opslayer.database.Sql;
import travel.opslayer.decision.Decision;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;

/**
 * An action that the rules have permitted.
 *
 * @param sql the transaction of the turn
 */
public record ActionCall(Sql sql, Asked asked, Decision decision, Desk desk) {

  public int tenant() {
    return desk.tenant().id();
  }

  public Contact contact() {
    return asked.turn().contact();
  }

  public Person person() {
    return contact().person();
  }

  /** The language to answer in. */
  public String language() {
    var spoken =
        person().language() == null ? asked.understanding().language() : person().language();
    return spoken == null ? desk.tenant().language() : spoken;
  }
}
