package travel.opslayer.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The facts of a batch of turns, while they are gathered. */
public final class FactSheets {

  private final Map<UUID, List<Fact>> sheets = new HashMap<>();

  public void add(Asked asked, Fact fact) {
    sheets.computeIfAbsent(asked.turn().id(), ignored -> new ArrayList<>()).add(fact);
  }

  Situation situation(Asked asked) {
    return Situation.of(sheets.getOrDefault(asked.turn().id(), List.of()));
  }
}
