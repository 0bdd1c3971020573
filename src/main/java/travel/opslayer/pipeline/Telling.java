package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Sql;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Rota;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.pipeline.Acting.Acted;
import travel.opslayer.reply.Reply;
import travel.opslayer.reply.ReplyWriter;
import travel.opslayer.reply.Written;

/** Writes what the decision says: the answer to whoever wrote, and notices to others. */
@Singleton
final class Telling {

  /** When rules permit and say nothing: no text of a person is met with silence. */
  private static final String NO_WORDS = "help/not_understood";

  private static final String STAND_IN = "manager";

  private static final String ANSWER = ActionResult.Option.ANSWER;

  private final ReplyWriter writer;
  private final Conversations conversations;
  private final Joining joining;

  Telling(ReplyWriter writer, Conversations conversations, Joining joining) {
    this.writer = writer;
    this.conversations = conversations;
    this.joining = joining;
  }

  /**
   * A message that leaves.
   *
   * @param category answer, service or alarm
   * @param about the code of the object, and its version where that matters
   */
  record Said(UUID id, Contact to, Written written, String category, @Nullable String about) {}

  /**
   * A turn with all that came of it.
   *
   * @param said the messages that leave
   * @param texts what is said for this turn, each with the message that carries it: of a part that
   *     is answered together with others, another part may have it
   */
  record Told(Acted acted, List<Said> said, List<Said> texts) {

    Told(Acted acted, List<Said> said) {
      this(acted, said, said);
    }
  }

  List<Told> tell(Sql sql, List<Acted> turns, Desk desk) {
    var people = new HashMap<UUID, Contact>();
    var named =
        turns.stream().flatMap(it -> it.result().people().values().stream()).distinct().toList();
    conversations
        .byPerson(sql, desk.tenant().id(), named)
        .forEach(it -> people.put(it.person().id(), it));
    return joining.join(
        turns.stream().map(it -> new Told(it, said(sql, it, people, desk))).toList());
  }

  private List<Said> said(Sql sql, Acted acted, Map<UUID, Contact> people, Desk desk) {
    var said = new ArrayList<Said>();
    var turn = acted.asked().turn();
    if (turn.timer().isEmpty()) {
      for (var template : answers(acted)) {
        said.add(say(acted, said.size(), turn.contact(), ANSWER, template, acted.language()));
      }
    }
    if (acted.isDone()) {
      for (var notice : acted.decision().notices()) {
        for (var to : audience(sql, acted, notice.audience(), people, desk)) {
          var language =
              Objects.requireNonNullElse(to.person().language(), desk.tenant().language());
          var audience = Rota.audience(notice.audience());
          said.add(say(acted, said.size(), to, audience, notice.template(), language));
        }
      }
    }
    return said;
  }

  private static List<String> answers(Acted acted) {
    var decision = acted.decision();
    var refused = acted.result().refused();
    if (refused != null) {
      return List.of(refused);
    }
    if (decision.outcome() instanceof Outcome.Refused(var ignored, var reason)
        && !decision.wish().equals(Decision.NO_WISH)) {
      return List.of(reason);
    }
    if (decision.replies().isEmpty() && wantsWords(acted)) {
      return List.of(NO_WORDS);
    }
    return decision.replies();
  }

  /** Whoever typed something that is more than thanks waits for an answer. */
  private static boolean wantsWords(Acted acted) {
    if (acted.asked().part().implied()) {
      return false; // what it stands beside is answered
    }
    var typed = !acted.asked().turn().bubbles().isEmpty();
    var told = !acted.decision().notices().isEmpty();
    return typed && !told && !acted.asked().understanding().onlyCourtesy();
  }

  private List<Contact> audience(
      Sql sql, Acted acted, String named, Map<UUID, Contact> people, Desk desk) {
    var audience = Rota.audience(named);
    var person = acted.result().people().get(audience);
    if (person != null) {
      var contact = people.get(person);
      return contact == null ? List.of() : reached(sql, contact, desk);
    }
    return switch (audience) {
      case "contact" -> reached(sql, acted.asked().turn().contact(), desk);
      case "owner", "customer" -> List.of();
      default -> {
        var role = acted.decision().assigned(audience).orElse(audience); // a table may name it
        var all = conversations.byRole(sql, desk.tenant().id(), role);
        yield Rota.isOnDuty(named) ? onDuty(all, role, acted, desk) : all;
      }
    };
  }

  /**
   * Everybody, where too few are on duty to do what is asked: nothing waits for a morning. Whom it
   * is about does not count: nobody watches over themselves, or agrees to what they ask.
   */
  private static List<Contact> onDuty(List<Contact> all, String role, Acted acted, Desk desk) {
    var codes = desk.parameters().rota().onDuty(role, desk.now(), desk.tenant().zone());
    var there = all.stream().filter(it -> codes.contains(it.person().code())).toList();
    var needed =
        acted
            .decision()
            .assigned("quorum")
            .filter(it -> it.matches("[1-5]"))
            .map(Integer::valueOf)
            .orElse(1);
    var self = acted.asked().turn().contact().person().id();
    var others = there.stream().filter(it -> !it.person().id().equals(self)).count();
    return others < needed ? all : there;
  }

  /** What is for somebody whose phone is lost, managers hear. */
  private List<Contact> reached(Sql sql, Contact contact, Desk desk) {
    return contact.person().locked()
        ? conversations.byRole(sql, desk.tenant().id(), STAND_IN)
        : List.of(contact);
  }

  private Said say(
      Acted acted, int place, Contact to, String audience, String template, String language) {
    var result = acted.result();
    var about = about(result, audience);
    var written =
        writer.write(
            new Reply(
                template,
                result.values(),
                Objects.requireNonNullElse(about, ""),
                audience.equals(ANSWER) ? result.offered() : null,
                options(result, audience)),
            language);
    var category = audience.equals(ANSWER) ? ANSWER : urgency(acted, to);
    return new Said(
        ActionCall.message(acted.asked().turn().id(), place), to, written, category, about);
  }

  /** Colleagues get an alarm by any way there is. */
  private static String urgency(Acted acted, Contact to) {
    var isAlarm = acted.decision().assigned("urgency").filter("alarm"::equals).isPresent();
    return isAlarm && to.person().isStaff() ? "alarm" : "service";
  }

  private static List<Choice> options(ActionResult result, String audience) {
    return result.options().stream()
        .filter(it -> it.audience().equals(audience))
        .map(it -> new Choice(it.action() + '@' + it.about(), it.title(), it.description()))
        .toList();
  }

  /** {@code Q-118}, or {@code Q-118~2} of a version. */
  private static @Nullable String about(ActionResult result, String audience) {
    var another = result.subjects().get(audience);
    if (another != null) {
      return another;
    }
    return result.subject() == null || result.version() == null
        ? result.subject()
        : result.subject() + Asked.VERSION + result.version();
  }
}
