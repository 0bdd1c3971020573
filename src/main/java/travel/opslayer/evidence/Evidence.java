package travel.opslayer.evidence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import travel.opslayer.database.Sql;

/**
 * Puts together what is known of a booking, a trip or an incident: what was said and how far it
 * came, what was decided on which facts and by which rules, and what has happened.
 */
@Singleton
public final class Evidence {

  public static final String MESSAGES = "Messages";
  public static final String DECISIONS = "Decisions";

  private final RelatedRepository related;
  private final SpokenRepository spoken;
  private final DecidedRepository decided;
  private final HappenedRepository happened;

  Evidence(
      RelatedRepository related,
      SpokenRepository spoken,
      DecidedRepository decided,
      HappenedRepository happened) {
    this.related = related;
    this.spoken = spoken;
    this.decided = decided;
    this.happened = happened;
  }

  /** Is there such a thing? */
  public boolean isThere(Sql sql, int tenant, String code) {
    return Kind.of(code).filter(it -> related.isThere(sql, tenant, code, it)).isPresent();
  }

  /**
   * Empty when there is no such thing.
   *
   * @param mask takes out of words what the reader may not see
   */
  public Optional<Pack> of(
      Sql sql, int tenant, String code, UnaryOperator<String> mask, Instant now, ZoneId zone) {
    return related
        .of(sql, tenant, code)
        .map(
            codes -> {
              var since = related.since(sql, tenant, codes);
              var named = related.named(sql, tenant, code);
              return pack(new Scope(sql, tenant, code, codes, named, since, mask, zone), now);
            });
  }

  private Pack pack(Scope scope, Instant now) {
    var sections = new LinkedHashMap<String, List<Map<String, Object>>>();
    sections.put("Belongs to it", scope.codes().stream().map(Evidence::code).toList());
    sections.put("What happened", happened.timeline(scope));
    sections.put(MESSAGES, spoken.messages(scope));
    sections.put("Receipts", spoken.receipts(scope));
    sections.put(DECISIONS, decided.decisions(scope));
    sections.put("Rules then in force", decided.rules(scope));
    sections.putAll(happened.more(scope));
    sections.values().removeIf(List::isEmpty);
    return new Pack(scope.object(), scope.time(now), sections);
  }

  private static Map<String, Object> code(String code) {
    return Map.of("code", code);
  }
}
