package travel.opslayer.capability.assign;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.capability.assign.CandidateRepository.Candidate;
import travel.opslayer.capability.assign.CandidateRepository.Shown;
import travel.opslayer.database.Sql;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Verdict;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.WishFact;
import travel.opslayer.trip.Trip;

/**
 * Who can work on a trip, the best first. The rules are asked about each of them as if nobody else
 * were there; here they are only put in order, and what was known of them is kept.
 */
@Singleton
final class Ranking {

  private static final int LAST = 99;

  private final CandidateRepository rows;

  Ranking(CandidateRepository rows) {
    this.rows = rows;
  }

  /** Whether they can be asked. */
  enum Fit {
    FREE,
    /** When somebody allows what is lacking. */
    NEEDS_YES,
    NEVER;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Somebody, and what the rules say of them for this trip.
   *
   * @param decision the rules of this one
   */
  record Ranked(Candidate candidate, CandidateFact fact, Decision decision) {

    Fit fit() {
      if (!said(decision, "never").isEmpty()) {
        return Fit.NEVER;
      }
      return lacks().isEmpty() ? Fit.FREE : Fit.NEEDS_YES;
    }

    /** What somebody would have to allow. */
    List<String> lacks() {
      return said(decision, "lacks");
    }

    List<String> reasons() {
      return Stream.concat(said(decision, "never").stream(), lacks().stream()).toList();
    }

    /** Rows of the tables that say so. */
    List<String> rows(String lack) {
      return decision.hits().stream()
          .filter(it -> it.verdict().equals(new Verdict.Assign("lacks", lack)))
          .map(Hit::source)
          .toList();
    }

    private int rank() {
      return decision
          .assigned("rank")
          .filter(it -> it.matches("\\d{1,2}"))
          .map(Integer::valueOf)
          .orElse(LAST);
    }
  }

  /** Everybody, whether they can be asked or not, as the rules would have it for this wish. */
  List<Ranked> all(ActionCall call, Trip trip, String role, String wish) {
    var spoken = others(call.sql(), call.tenant(), trip, call.desk().tenant().language());
    return rows.all(call.sql(), call.tenant(), trip, role).stream()
        .map(it -> ranked(call, it, it.fact(trip, role, spoken), role, wish))
        .sorted(
            Comparator.comparing(Ranked::fit)
                .thenComparing(Ranked::rank)
                .thenComparing(it -> it.fact().trips())
                .thenComparing(it -> it.candidate().code()))
        .toList();
  }

  private static Ranked ranked(
      ActionCall call, Candidate it, CandidateFact fact, String role, String wish) {
    var values = new LinkedHashMap<>(call.decision().situation().values());
    values.remove("candidate_rest"); // of whoever was named
    values.put("assign_as", role);
    var situation = new Situation(values).with(fact).with(new WishFact(wish));
    return new Ranked(it, fact, call.rules().apply(situation));
  }

  /** What was known when it was decided, for whoever asks later. */
  void keep(ActionCall call, Trip trip, String role, List<Ranked> all, UUID askedBy) {
    var about = new Shown(trip.code(), role, call.now());
    for (var i = 0; i < all.size(); i++) {
      rows.keep(call.sql(), call.tenant(), call.id("ranking"), i + 1, about, all.get(i), askedBy);
    }
  }

  /** What guests speak beside the language of the house. */
  Set<String> others(Sql sql, int tenant, Trip trip, String house) {
    var all = new HashSet<>(rows.spoken(sql, tenant, trip.code()).keySet());
    all.remove(house);
    return all;
  }

  private static List<String> said(Decision decision, String name) {
    return decision.hits().stream()
        .map(Hit::verdict)
        .filter(Verdict.Assign.class::isInstance)
        .map(Verdict.Assign.class::cast)
        .filter(it -> it.name().equals(name))
        .map(Verdict.Assign::value)
        .distinct()
        .toList();
  }
}
