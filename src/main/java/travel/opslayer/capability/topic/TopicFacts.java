package travel.opslayer.capability.topic;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;

/** Looks at what questions are about. */
@Singleton
final class TopicFacts implements FactSource {

  private final Leads leads;

  TopicFacts(Leads leads) {
    this.leads = leads;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(TopicFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var asking =
        asked.stream().filter(it -> !it.understanding().several().topics().isEmpty()).toList();
    if (asking.isEmpty()) {
      return;
    }
    var people = asking.stream().map(TopicFacts::person).distinct().toList();
    var last =
        leads.openOf(sql, desk.tenant().id(), people).stream()
            .collect(Collectors.toMap(Lead::person, Function.identity(), (one, other) -> other));
    for (var it : asking) {
      var named = it.understanding().product();
      var lead = last.get(person(it));
      var product = named == null ? lead == null ? null : lead.product() : named.code();
      sheets.add(it, new TopicFact(it.understanding().several().topics().getFirst(), product));
    }
  }

  private static UUID person(Asked asked) {
    return asked.turn().contact().person().id();
  }
}
