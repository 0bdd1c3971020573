package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.conversation.Conversations.LaneTurn;
import travel.opslayer.conversation.Distress;
import travel.opslayer.conversation.Pace;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Database;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Verdict;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Homeland;
import travel.opslayer.facts.Parameters;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.words.Understanding;
import travel.opslayer.inbox.Lane;
import travel.opslayer.message.Content;
import travel.opslayer.pipeline.Deciding.Decided;
import travel.opslayer.tenant.Tenants;

/**
 * Cries for help, beside the rules: no rule, no missing rule and no broken one can refuse or delay
 * them. What is decided of them stands here; it is written down like any other decision.
 */
@Singleton
final class Distressed {

  /** Stands where others have the hash of the rules that were asked. */
  static final String RELEASE = "beside the rules";

  /** How long until everybody is told once more, where no parameter can be read. */
  private static final String USUAL = "2 min";

  private static final List<Verdict> ALWAYS =
      List.of(
          new Verdict.Permit(Distress.ACTION),
          new Verdict.Reply("sos/answer"),
          new Verdict.Notify("operations", "sos/alert"),
          new Verdict.Notify("manager", "sos/alert"),
          new Verdict.Assign("urgency", "alarm"));

  private final Database database;
  private final Tenants tenants;
  private final InstantSource clock;
  private final Conversations conversations;
  private final HouseRules rules;
  private final Steps steps;

  /** What is done after it is decided. */
  @Singleton
  record Steps(Acting acting, Telling telling, TurnCommit commit) {}

  Distressed(
      Database database,
      Tenants tenants,
      InstantSource clock,
      Conversations conversations,
      HouseRules rules,
      Steps steps) {
    this.database = database;
    this.tenants = tenants;
    this.clock = clock;
    this.conversations = conversations;
    this.rules = rules;
    this.steps = steps;
  }

  /**
   * @param lanes with a cry for help somewhere in each
   * @return how many turns were taken
   */
  int answer(int tenant, List<Lane> lanes) {
    var desk = desk(tenant, clock.instant());
    return database.write(
        tenant,
        sql -> {
          var opened = conversations.open(sql, desk.tenant(), lanes, Pace.NONE, desk.now());
          var answers =
              opened.turns().stream()
                  .map(LaneTurn::turn)
                  .map(it -> new Decided(asked(it), decision(it, desk)))
                  .map(it -> steps.acting().act(sql, it, ignored -> it.decision(), desk))
                  .toList();
          steps.commit().save(sql, opened, steps.telling().tell(sql, answers, desk), desk);
          return opened.turns().size();
        });
  }

  /** With the numbers that staff have set, if there are rules that can be read. */
  private Desk desk(int tenant, Instant now) {
    var set = rules.ifInForce().map(HouseRules.House::parameters);
    return new Desk(tenants.get(tenant), now, set.orElseGet(() -> new Parameters(Map.of())));
  }

  private static Asked asked(Turn turn) {
    var language = language(turn);
    var words =
        new Understanding(
            List.of(), language, null, List.of(), null, null, Set.of(), Set.of(), null, false,
            false, List.of(), 0, 0);
    return new Asked(turn, words, subject(turn).orElse(null), turn.tap().isPresent());
  }

  private static @Nullable String language(Turn turn) {
    return turn.messages().stream()
        .flatMap(it -> Distress.in(it.content()).stream())
        .map(Distress.Heeded::language)
        .filter(it -> it != null)
        .findFirst()
        .or(() -> Homeland.language(turn.contact().address()))
        .orElse(null);
  }

  /** What the button was about. */
  private static Optional<String> subject(Turn turn) {
    return turn.tap()
        .map(Content.Tap::id)
        .filter(it -> it.indexOf('@') > 0)
        .map(it -> it.substring(it.indexOf('@') + 1).replaceFirst("[~/].*", ""));
  }

  private static Decision decision(Turn turn, Desk desk) {
    var person = turn.contact().person();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("sender_role", person.role());
    facts.put("sender_staff", person.isStaff());
    facts.put("wish_action", Distress.ACTION);
    var again = desk.parameters().text("P-ACK-CRITICAL").orElse(USUAL);
    var said =
        Stream.concat(ALWAYS.stream(), Stream.of(new Verdict.Schedule("ack_missing", again)))
            .toList();
    var hits =
        IntStream.range(0, said.size())
            .mapToObj(i -> new Hit("a cry for help", RELEASE + "!" + (i + 1), said.get(i)))
            .toList();
    return new Decision(new Situation(facts), RELEASE, Distress.ACTION, hits, 0);
  }
}
