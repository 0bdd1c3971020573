package travel.opslayer.capability.approval;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.approval.Approval;
import travel.opslayer.conversation.Contact;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.reply.Money;

/** How a request stands: who has said yes, whose word it waits for, who took it back. */
final class Standing {

  /** Within it, two people who write do not know of each other. */
  private static final Duration SAME_MOMENT = Duration.ofSeconds(5);

  private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("H:mm:ss");

  private Standing() {}

  /** The same with what texts may say about it, and the audiences {@code first}, {@code second}. */
  static ActionResult of(
      ActionResult thing, ActionCall call, Approval approval, Deciders deciders) {
    var zone = call.desk().tenant().zone();
    var result =
        thing
            .with("answerUntil", new Moment(approval.expiresAt(), zone))
            .with("answerUntilDay", Days.word(approval.expiresAt(), call.now(), zone))
            .with("at", new Moment(call.now(), zone))
            .with("worth", worth(approval));
    for (var it : deciders.before(call, approval)) {
      result =
          result
              .telling("first", it.person().id())
              .showing("first", approval.code())
              .with("first", first(it));
    }
    var next = deciders.next(call, approval);
    if (next.isPresent() && approval.state().equals(Approval.PENDING)) {
      result =
          result
              .telling("second", next.get().person().id())
              .showing("second", approval.code())
              .with("second", first(next.get()));
    }
    return approval.state().equals(Approval.CANCELLED)
        ? withdrawn(result, call, approval, deciders)
        : result;
  }

  private static ActionResult withdrawn(
      ActionResult result, ActionCall call, Approval approval, Deciders deciders) {
    var by =
        deciders.approvals().withdrawnBy(call.sql(), call.tenant(), approval).stream().toList();
    var who = deciders.people().byPerson(call.sql(), call.tenant(), by).stream().findFirst();
    var ended = approval.endedAt();
    var close =
        ended != null && Duration.between(ended, call.now()).compareTo(SAME_MOMENT) <= 0
            ? TO_THE_SECOND.format(ended.atZone(call.desk().tenant().zone()))
            : null;
    return result
        .with("withdrawnBy", who.map(Standing::first).orElse(null))
        .with("sameMoment", who.isPresent() ? close : null);
  }

  private static @Nullable Money worth(Approval approval) {
    var amount = approval.amountMinor();
    var currency = approval.currency();
    return amount == null || currency == null ? null : new Money(amount, currency);
  }

  static String first(Contact contact) {
    return Objects.requireNonNullElse(contact.person().firstName(), "a colleague");
  }
}
