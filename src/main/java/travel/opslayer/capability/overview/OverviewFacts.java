package travel.opslayer.capability.overview;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.overview.OverviewFact.View;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Leads;

/** Sees that a colleague wants an overview, and of what. */
@Singleton
final class OverviewFacts implements FactSource {

  private final Leads leads;
  private final Catalog catalog;

  OverviewFacts(Leads leads, Catalog catalog) {
    this.leads = leads;
    this.catalog = catalog;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(OverviewFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var tap = it.turn().tap().isPresent();
      var view = tap ? null : view(it);
      var lead = tap || isLeadAlone(it) ? it.subject() : null;
      if (it.turn().contact().person().isStaff() && (tap || view != null || lead != null)) {
        sheets.add(
            it, new OverviewFact(view, lead(sql, lead, desk), departure(sql, it.subject(), desk)));
      }
    }
  }

  private static @Nullable View view(Asked asked) {
    var said = asked.understanding();
    if (said.wishes().contains("pipeline")) {
      return View.PIPELINE;
    }
    if (said.wishes().contains("figures")) {
      return View.FIGURES;
    }
    return said.notes().contains("bookings") ? View.BOOKINGS : null;
  }

  private static boolean isLeadAlone(Asked asked) {
    var said = asked.understanding();
    return !asked.quotesUs() && said.codes().size() == 1 && said.words() <= 1;
  }

  private @Nullable String lead(Sql sql, @Nullable String code, Desk desk) {
    return code == null || !code.startsWith("LD-")
        ? null
        : leads.byCode(sql, desk.tenant().id(), code).map(it -> it.code()).orElse(null);
  }

  private @Nullable String departure(Sql sql, @Nullable String code, Desk desk) {
    return code == null
        ? null
        : catalog.departure(sql, desk.tenant().id(), code).map(Departure::code).orElse(null);
  }
}
