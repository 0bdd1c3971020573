package travel.opslayer.capability.insight;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Quotes;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.DecisionRepository;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Verdict;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.decision.rows.Sentences;
import travel.opslayer.decision.rows.WhyNot;
import travel.opslayer.facts.Situation;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;

/**
 * Says why a message of ours was sent, or why what is named is as it is: the decision is taken
 * again by the rules that were in force then, and its rows are shown as their authors wrote them.
 */
@Singleton
final class ExplainDecision implements ActionHandler {

  /** What an author says about a row. */
  private static final List<String> NOTES = List.of("Why", "Note");

  private static final int HASH = 8;

  private final Quotes quotes;
  private final DecisionRepository decisions;

  /** Made of all actions, this one among them. */
  private final BeanProvider<PastReleases> releases;

  ExplainDecision(
      Quotes quotes, DecisionRepository decisions, BeanProvider<PastReleases> releases) {
    this.quotes = quotes;
    this.decisions = decisions;
    this.releases = releases;
  }

  @Override
  public String name() {
    return "explain_decision";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var about = ActionResult.about(call.asked().subject());
    var kept =
        call.asked().quotesUs()
            ? Optional.ofNullable(quoted(call))
                .flatMap(it -> decisions.byId(call.sql(), call.tenant(), it.decision()))
            : Optional.ofNullable(call.asked().subject())
                .flatMap(it -> decisions.newestAbout(call.sql(), call.tenant(), it));
    if (kept.isEmpty()) {
      return about.refusing("insight/not_kept");
    }
    return releases
        .get()
        .find(call.tenant(), kept.get().release())
        .map(it -> explained(call, about, kept.get(), it))
        .orElseGet(() -> about.refusing("insight/not_kept"));
  }

  private Quotes.@Nullable Quoted quoted(ActionCall call) {
    var turn = call.asked().turn();
    return quotes.of(call.sql(), call.tenant(), List.of(turn)).get(turn.id());
  }

  private static ActionResult explained(
      ActionCall call, ActionResult about, DecisionRepository.Past kept, PastReleases.Past rules) {
    var decision = rules.release().decide(new Situation(kept.facts()));
    var zone = call.desk().tenant().zone();
    var told =
        about
            .with("what", decision.wish().replace('_', ' '))
            .with("moment", new Moment(kept.at(), zone))
            .with("momentDay", Days.word(kept.at(), call.now(), zone))
            .with("rules", kept.release().substring(0, HASH));
    if (decision.outcome() instanceof Outcome.Refused(var wish, var reason)) {
      return told.with("outcome", "refused")
          .with("rows", rows(rules, decision, it -> refuses(it, wish)))
          .with("missing", missing(rules, decision))
          .with("who", who(rules, decision))
          .with("reason", reason);
    }
    return told.with("outcome", decision.wish().equals(Decision.NO_WISH) ? "none" : "permitted")
        .with("rows", rows(rules, decision, it -> permits(it, decision.wish())));
  }

  private static boolean refuses(Verdict verdict, String wish) {
    return verdict instanceof Verdict.Forbid(var action, _) && action.equals(wish)
        || verdict instanceof Verdict.Require(var asked, _) && asked.equals(wish);
  }

  private static boolean permits(Verdict verdict, String wish) {
    return verdict.equals(new Verdict.Permit(wish));
  }

  private interface Said {

    boolean of(Verdict verdict);
  }

  /** Where each row stands, and why, as far as its author says so. */
  private static @Nullable String rows(PastReleases.Past rules, Decision decision, Said that) {
    var sources =
        decision.hits().stream()
            .filter(it -> that.of(it.verdict()))
            .map(Hit::source)
            .distinct()
            .toList();
    var written = rules.rows(sources);
    return text(
        sources.stream()
            .map(it -> it + note(Objects.requireNonNullElse(written.get(it), Map.of())))
            .toList());
  }

  private static String note(Map<String, String> row) {
    return NOTES.stream()
        .map(row::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(it -> " \"" + it + "\"")
        .orElse("");
  }

  /** What would have to be otherwise, by the rule that was nearest. */
  private static @Nullable String missing(PastReleases.Past rules, Decision decision) {
    return WhyNot.of(rules.written().rules(), decision, 1).stream()
        .findFirst()
        .map(it -> it.missing().stream().map(Sentences::of).collect(Collectors.joining(" and ")))
        .map(it -> it.replace('_', ' '))
        .filter(it -> !it.isEmpty())
        .orElse(null);
  }

  /** The roles that could do it as everything stands. */
  private static @Nullable String who(PastReleases.Past rules, Decision decision) {
    var roles =
        rules.release().vocabulary().fields().stream()
            .filter(it -> it.name().equals("sender_role"))
            .flatMap(it -> it.words().stream())
            .filter(it -> may(rules, decision, it))
            .toList();
    return text(roles);
  }

  private static boolean may(PastReleases.Past rules, Decision decision, String role) {
    var values = new LinkedHashMap<String, Object>(decision.situation().values());
    values.put("sender_role", role);
    values.put("sender_staff", !role.equals("customer"));
    return !role.equals("timer")
        && rules.release().decide(new Situation(values)).may(decision.wish());
  }

  private static @Nullable String text(List<String> parts) {
    return parts.isEmpty() ? null : String.join(", ", parts);
  }
}
