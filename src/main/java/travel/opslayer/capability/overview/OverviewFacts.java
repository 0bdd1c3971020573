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
import travel.opslayer.message.Content;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Leads;

/** Sees that a colleague wants an overview, and of what. */
@Singleton
final class OverviewFacts implements FactSource {

  private static final String LEAD = "show_lead@";
  private static final String BOOKINGS = "show_bookings@";

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
      if (it.turn().contact().person().isStaff()) {
        var tap = it.turn().tap().map(Content.Tap::id).orElse("");
        var view = tap.isEmpty() ? view(it) : null;
        var lead = tap.startsWith(LEAD) || tap.isEmpty() && isLeadAlone(it);
        var departure = tap.startsWith(BOOKINGS) || view == View.BOOKINGS;
        if (view != null || lead || departure) {
          sheets.add(
              it,
              new OverviewFact(
                  view,
                  lead ? lead(sql, it.subject(), desk) : null,
                  departure ? departure(sql, it.subject(), desk) : null));
        }
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
    if (said.wishes().contains("rota")) {
      return View.ROTA;
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
