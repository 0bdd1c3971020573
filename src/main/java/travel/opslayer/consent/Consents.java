package travel.opslayer.consent;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.time.Ids;

/**
 * What people want to hear from us. Below the rules: the sender asks here once more before each
 * message leaves, so no rule can break an opt-out.
 */
@Singleton
public final class Consents {

  private final ConsentRepository rows;

  Consents(ConsentRepository rows) {
    this.rows = rows;
  }

  /** What consent is given for. */
  public enum Category {
    /** Offers and news. */
    MARKETING,
    /** Everything that does not answer a message of theirs. */
    ALL
  }

  /**
   * What somebody has taken back.
   *
   * @param marketing no offers
   * @param all nothing but answers to what they write themselves
   */
  public record Refusals(boolean marketing, boolean all) {

    public static final Refusals NONE = new Refusals(false, false);

    /**
     * May a message leave?
     *
     * @param category answer, service, alarm or marketing
     */
    public boolean allow(String category) {
      return switch (category) {
        case "answer", "alarm" -> true;
        case "marketing" -> !marketing && !all;
        default -> !all;
      };
    }
  }

  /** Whoever is not in the map has taken nothing back. */
  public Map<UUID, Refusals> of(Sql sql, int tenant, Collection<UUID> people) {
    var refusals = new HashMap<UUID, Refusals>();
    rows.newest(sql, tenant, people)
        .forEach(
            it -> {
              var before = refusals.getOrDefault(it.person(), Refusals.NONE);
              var out = it.state().equals("out");
              refusals.put(
                  it.person(),
                  it.category().equals("all")
                      ? new Refusals(before.marketing(), out)
                      : new Refusals(out, before.all()));
            });
    return refusals;
  }

  /**
   * A change of mind, once for each turn and category.
   *
   * @param turn whose message is the proof
   */
  public void change(
      Sql sql,
      int tenant,
      UUID turn,
      UUID person,
      List<Category> categories,
      boolean in,
      Instant at) {
    for (var category : categories) {
      rows.add(
          sql,
          tenant,
          Ids.from(turn, "consent " + category),
          person,
          category.name().toLowerCase(java.util.Locale.ROOT),
          in ? "in" : "out",
          at,
          turn);
    }
  }
}
