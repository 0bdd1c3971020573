package travel.opslayer.decision;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision to be kept: enough to explain it and to decide again.
 *
 * @param id of the turn
 * @param person who asked; null for a timer
 * @param subject code of the object
 * @param effects what followed, one map each with verb and its words
 */
public record DecisionRecord(
    UUID id,
    Decision decision,
    @Nullable UUID person,
    @Nullable String subject,
    List<Map<String, String>> effects) {}
