package travel.opslayer.web.simulator;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * A decision with what it takes to read it.
 *
 * @param decision the record, as it is stored
 * @param people who is named in it
 * @param meanings of the facts, as their authors wrote them
 * @param rows of the tables that its rules came from: by source, titles with cells
 */
@Serdeable
record Explained(
    Map<String, Object> decision,
    List<Somebody> people,
    Map<String, String> meanings,
    Map<String, Map<String, String>> rows) {

  @Override
  public String toString() {
    return "decision " + decision.get("id");
  }
}
