package travel.opslayer.capability.help;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.capability.help.HelpFact.About;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.WishFact;

/**
 * What a table names as worth asking about, and whether the rules would permit it: each is decided
 * as if it were tapped now, so what is offered and what is allowed cannot differ.
 */
final class Candidates {

  static final String OFFER = "offer";
  static final String WRITE = "write";

  private Candidates() {}

  /**
   * Something to tap.
   *
   * @param leadsTo what may come of the tap, such as a question before it is done
   */
  record Offer(String action, List<String> leadsTo) {

    /** As staff write it: close_departure or ask_close. */
    static Offer of(String typed) {
      var all = Stream.of(typed.split("\\s+or\\s+")).map(String::strip).toList();
      return new Offer(all.getFirst(), all);
    }

    /**
     * Would a tap on it be followed now?
     *
     * @param seen what would be known then
     */
    boolean isPossible(ActionCall call, Situation seen) {
      var decision = call.rules().apply(seen);
      return decision.outcome() instanceof Outcome.Permitted(var done) && leadsTo.contains(done);
    }
  }

  /**
   * Something that takes words.
   *
   * @param example such as: hold ebc0315 2 Tom
   */
  record Words(String action, String example) {

    /** As staff write it: ask_hold: hold ebc0315 2 Tom. */
    static Words of(String typed) {
      var colon = Math.max(0, typed.indexOf(':'));
      return new Words(typed.substring(0, colon).strip(), typed.substring(colon + 1).strip());
    }

    boolean isPossible(ActionCall call, Situation seen) {
      return call.rules().apply(seen.with(new WishFact(action))).may(action);
    }
  }

  static List<Offer> offers(ActionCall call, About about, String role) {
    return named(call, about, role, OFFER).map(Offer::of).toList();
  }

  static List<Words> words(ActionCall call, About about) {
    return named(call, about, call.person().role(), WRITE).map(Words::of).toList();
  }

  private static Stream<String> named(ActionCall call, About about, String role, String name) {
    var seen = call.decision().situation();
    var values = new LinkedHashMap<>(seen.values());
    values.put("help_about", about.word());
    values.put("sender_role", role);
    // What was decided already is not decided again.
    var decision =
        values.equals(seen.values()) ? call.decision() : asRole(call, new Situation(values), role);
    return decision.hits().stream()
        .map(it -> it.verdict())
        .filter(Verdict.Assign.class::isInstance)
        .map(Verdict.Assign.class::cast)
        .filter(it -> it.name().equals(name))
        .map(Verdict.Assign::value)
        .distinct();
  }

  /** What would be decided if somebody with this role had asked. */
  static Decision asRole(ActionCall call, Situation seen, String role) {
    return call.rules().apply(as(seen, role));
  }

  static Situation as(Situation seen, String role) {
    var values = new LinkedHashMap<>(seen.values());
    values.put("sender_role", role);
    values.put("sender_staff", !role.equals("customer"));
    return new Situation(values);
  }
}
