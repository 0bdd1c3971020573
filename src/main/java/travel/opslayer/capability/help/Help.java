package travel.opslayer.capability.help;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.capability.help.Candidates.Offer;
import travel.opslayer.capability.help.HelpFact.About;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.FactCollector;
import travel.opslayer.facts.Situation;

/**
 * Lists what the sender may do now, and with what: of each thing that they are concerned with the
 * rules are asked what they would say to every candidate, and what they permit is offered.
 */
@Singleton
final class Help implements ActionHandler {

  static final String THINGS = "things";

  private static final int USUAL = 3;

  /** The most rows of a list. */
  private static final int ROWS = 10;

  private final Concerns concerns;
  private final Roles roles;

  /** Made of all sources, some of which are made of actions. */
  private final BeanProvider<FactCollector> facts;

  Help(Concerns concerns, Roles roles, BeanProvider<FactCollector> facts) {
    this.concerns = concerns;
    this.roles = roles;
    this.facts = facts;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var named = named(call);
    return named == null ? all(call) : one(call, named);
  }

  /** What they ask about; the lead of a customer is whatever they talk about, and is not named. */
  private static @Nullable String named(ActionCall call) {
    var subject = call.asked().subject();
    var about = About.of(subject);
    return about == About.NOTHING || about == About.LEAD && !call.person().isStaff()
        ? null
        : subject;
  }

  private ActionResult one(ActionCall call, String code) {
    var about = About.of(code);
    var offers =
        inEachRole(call)
            .flatMap(
                it -> possible(it, Candidates.offers(it, about, it.person().role()), code).stream())
            .distinct()
            .toList();
    return ActionResult.about(code)
        .offering(offers)
        .with("about", code)
        .with("nothing", offers.isEmpty() ? "yes" : null)
        .with("write", words(call, about, code))
        .with("whoElse", call.person().isStaff() ? others(call, about, code, offers) : null);
  }

  private ActionResult all(ActionCall call) {
    var ofThings = new LinkedHashMap<String, List<String>>();
    var offers = new LinkedHashSet<String>();
    inEachRole(call).forEach(it -> look(it, ofThings, offers));
    var rows = new ArrayList<String>();
    var many = offers.size() + ofThings.values().stream().mapToInt(List::size).sum() > ROWS;
    ofThings.forEach(
        (code, each) -> rows.addAll(many && each.size() > 1 ? List.of(name() + '@' + code) : each));
    rows.addAll(offers);
    return ActionResult.about(null)
        .offering(rows)
        .with("things", ofThings.isEmpty() ? null : String.join(", ", ofThings.keySet()))
        .with("write", words(call, About.NOTHING, null));
  }

  /** Somebody with several roles is told what they may do in any of them. */
  private static Stream<ActionCall> inEachRole(ActionCall call) {
    return call.person().inTurn().stream().map(call::as);
  }

  private void look(ActionCall call, Map<String, List<String>> ofThings, Set<String> ofNothing) {
    var role = call.person().role();
    for (var code : concerns.of(call, things(call))) {
      var offers = possible(call, Candidates.offers(call, About.of(code), role), code);
      if (!offers.isEmpty()) {
        var theirs = offers.stream().map(it -> it + '@' + code);
        var before = ofThings.getOrDefault(code, List.of()).stream();
        ofThings.put(code, Stream.concat(before, theirs).distinct().toList());
      }
    }
    ofNothing.addAll(possible(call, Candidates.offers(call, About.NOTHING, role), null));
  }

  private static int things(ActionCall call) {
    return call.decision()
        .assigned(THINGS)
        .filter(it -> it.matches("[1-9]"))
        .map(Integer::valueOf)
        .orElse(USUAL);
  }

  private List<String> possible(ActionCall call, List<Offer> offers, @Nullable String code) {
    var seen = seen(call, offers.stream().map(Offer::action).toList(), code);
    return offers.stream()
        .filter(it -> it.isPossible(call, seen.getOrDefault(it.action(), Situation.of())))
        .map(Offer::action)
        .distinct()
        .toList();
  }

  private @Nullable String words(ActionCall call, About about, @Nullable String code) {
    var all =
        inEachRole(call)
            .flatMap(it -> possibleWords(it, about, code))
            .distinct()
            .collect(Collectors.joining("\n"));
    return all.isEmpty() ? null : all;
  }

  private Stream<String> possibleWords(ActionCall call, About about, @Nullable String code) {
    var candidates = Candidates.words(call, about);
    if (candidates.isEmpty()) {
      return Stream.empty();
    }
    var seen = seen(call, List.of(name()), code).getOrDefault(name(), Situation.of());
    return candidates.stream()
        .filter(it -> it.isPossible(call, seen))
        .map(Candidates.Words::example);
  }

  /** What is not theirs to do, and who could. */
  private @Nullable String others(ActionCall call, About about, String code, List<String> theirs) {
    var who = new TreeMap<String, List<String>>();
    for (var role : roles.others(call)) {
      var offers = Candidates.offers(call, about, role);
      var seen = seen(call, offers.stream().map(Offer::action).toList(), code);
      for (var it : offers) {
        var as = Candidates.as(seen.getOrDefault(it.action(), Situation.of()), role);
        if (!theirs.contains(it.action()) && it.isPossible(call, as)) {
          who.computeIfAbsent(it.action(), _ -> new ArrayList<>()).add(role);
        }
      }
    }
    var all =
        who.entrySet().stream()
            .map(it -> it.getKey().replace('_', ' ') + ": " + String.join(", ", it.getValue()))
            .collect(Collectors.joining("\n"));
    return all.isEmpty() ? null : all;
  }

  /** What would be known, by the action, if they tapped it now. */
  private Map<String, Situation> seen(
      ActionCall call, List<String> actions, @Nullable String code) {
    var all = new HashMap<String, Situation>();
    var taps = new ArrayList<Asked>();
    var place = code == null ? "" : code;
    for (var it : actions.stream().distinct().toList()) {
      taps.add(call.asked().tapping(it + place, it, code));
    }
    if (!taps.isEmpty()) {
      for (var it : facts.get().collect(call.sql(), taps, call.desk())) {
        all.put(it.situation().text("tap_action"), it.situation());
      }
    }
    return all;
  }
}
