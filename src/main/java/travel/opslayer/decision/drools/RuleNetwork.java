package travel.opslayer.decision.drools;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.consequence.Consequence;
import org.drools.base.rule.consequence.ConsequenceContext;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.CoreComponentFactory;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.facts.WishFact;

/**
 * Builds the network of Drools from checked rules, node by node. No text is compiled: that took
 * seconds for what is read in milliseconds, and what a file says can reach no interpreter.
 */
final class RuleNetwork {

  /** The global that rules tell that they have fired: a list of {@link Fires}. */
  static final String FIRED = "fired";

  /** The fields by which most tables are looked up. */
  private static final Set<String> KEYS = Set.of(WishFact.FIELD, "tap_action", "timer_name");

  private static final String PACKAGE = "rules";
  private static final ClassObjectType FACTS = new ClassObjectType(Facts.class);

  private RuleNetwork() {}

  /**
   * @param rules in the order in which people read them
   */
  static KieBase of(List<Rule> rules, Fields fields) {
    var all = CoreComponentFactory.get().createKnowledgePackage(PACKAGE);
    all.addGlobal(FIRED, List.class);
    for (var i = 0; i < rules.size(); i++) {
      rules(rules.get(i), i, fields).forEach(all::addRule);
    }
    var base = KnowledgeBaseFactory.newKnowledgeBase();
    ((InternalRuleBase) base).addPackages(List.of(all));
    return base;
  }

  /**
   * A rule for each word of the list by which its table is looked up: Drools finds the rules of one
   * word at once and compares those of a list one after the other. Only one of them can fire.
   */
  private static List<RuleImpl> rules(Rule rule, int place, Fields fields) {
    var fires = Fires.of(rule, place);
    var list = rule.when().stream().filter(RuleNetwork::isKey).findFirst();
    if (list.isEmpty() || !(list.get() instanceof OneOf(var field, var values))) {
      return List.of(made(String.valueOf(fires.place()), rule.when(), fires, fields));
    }
    var made = new ArrayList<RuleImpl>();
    for (var value : new LinkedHashSet<>(values)) {
      var when = new ArrayList<Condition>(rule.when());
      when.set(when.indexOf(list.get()), new Compare(field, Operator.EQUAL, value));
      made.add(made(fires.place() + " " + value, when, fires, fields));
    }
    return made;
  }

  private static boolean isKey(Condition condition) {
    return condition instanceof OneOf it && KEYS.contains(it.field());
  }

  /**
   * Part of the network.
   *
   * @param name for Drools alone, by the place: a rule by hand may be called like another one and a
   *     word, and of two with one name Drools keeps the last
   */
  private static RuleImpl made(String name, List<Condition> when, Fires fires, Fields fields) {
    var pattern = new Pattern(0, FACTS);
    when.stream()
        .sorted(comparingInt(RuleNetwork::rank))
        .forEach(it -> pattern.addConstraint(new ConditionNode(it, fields)));
    var made = new RuleImpl(name);
    made.setPackage(PACKAGE);
    made.addPattern(pattern);
    made.setConsequence(fires);
    return made;
  }

  /**
   * Comparisons with one word stand first, those by which tables are looked up before others:
   * Drools hashes them, so that a table of hundreds of rows costs one look-up and not hundreds of
   * comparisons.
   */
  private static int rank(Condition condition) {
    return switch (condition) {
      case Compare(var field, var operator, var value) ->
          operator != Operator.EQUAL
              ? 2
              : KEYS.contains(field) ? -1 : value instanceof Boolean ? 1 : 0;
      case OneOf _, NoneOf _ -> 3;
      case Known _, Unknown _ -> 2;
      case All _, Any _ -> 4;
    };
  }

  /**
   * All that a rule does: it says that it has fired.
   *
   * @param place among its neighbours, as people read them
   * @param hits what it says then
   */
  record Fires(Rule rule, int place, List<Hit> hits) implements Consequence<ConsequenceContext> {

    static Fires of(Rule rule, int place) {
      var source = rule.origin().toString();
      return new Fires(
          rule,
          place,
          rule.then().stream().map(it -> new Hit(rule.name(), source, it.verdict())).toList());
    }

    @Override
    public String getName() {
      return RuleImpl.DEFAULT_CONSEQUENCE_NAME;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void evaluate(ConsequenceContext context, ValueResolver resolver) {
      ((List<Fires>) resolver.getGlobal(FIRED)).add(this);
    }
  }
}
