package travel.opslayer.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of one thing, in sections of rows.
 *
 * @param object code of the thing, such as BK-2041
 * @param madeAt ISO 8601 with the offset of the office
 * @param sections by their titles, in the order in which they are read; a blank value is left out
 */
public record Pack(String object, String madeAt, Map<String, List<Map<String, Object>>> sections) {

  public Pack {
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  public int rows(String section) {
    return sections.getOrDefault(section, List.of()).size();
  }

  /** Never what is in it: it is personal, and this may reach a log. */
  @Override
  public String toString() {
    return "pack of " + object;
  }
}
