package travel.opslayer.capability.approval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.approval.Approval;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.words.Sums;

/** What a colleague says about requests, as far as rules do not read it. */
final class Said {

  static final String ALL = "approve_all";

  /** What is said of a request that is named. */
  private static final Set<String> ABOUT_ONE = Set.of("approve", "reject", "reopen", "cancel");

  /** What makes a yes depend on something: a note of the tables of words. */
  private static final String CONDITION = "condition";

  private Said() {}

  /** The code of the request that is named; "approve 53" and "cancel 53" name one as well. */
  static Optional<String> request(Asked asked) {
    var turn = asked.turn();
    if (turn.timer().isEmpty() && !turn.contact().person().isStaff()) {
      return Optional.empty(); // customers see none
    }
    if (asked.subject() != null) {
      return Optional.of(asked.subject()).filter(it -> it.startsWith("AP-"));
    }
    var words = asked.understanding();
    return words.words() == 2 && words.wishes().stream().anyMatch(ABOUT_ONE::contains)
        ? number(asked).filter(it -> it.matches("\\d{1,9}")).map("AP-"::concat)
        : Optional.empty();
  }

  /** The only number that is typed. */
  private static Optional<String> number(Asked asked) {
    var all = sums(asked);
    return all.size() == 1 ? Optional.of(all.getFirst().toPlainString()) : Optional.empty();
  }

  static List<BigDecimal> sums(Asked asked) {
    return asked.turn().bubbles().stream().flatMap(it -> Sums.in(it).stream()).toList();
  }

  /** Is the sum itself what is asked, so that another sum can be proposed? */
  static boolean isMoney(Approval approval) {
    return approval.action().equals("refund");
  }

  /** Is it worth looking at what waits for them? */
  static boolean mayVote(Asked asked) {
    var words = asked.understanding();
    return isAll(asked)
        || tapped(asked, "more_approvals")
        || Stream.of("approve", "reject").anyMatch(words.wishes()::contains)
        || Stream.of("yes", "ok").anyMatch(words.courtesies()::contains)
        || words.notes().contains("no");
  }

  static boolean isAll(Asked asked) {
    return asked.understanding().wishes().contains(ALL) || tapped(asked, ALL);
  }

  private static boolean tapped(Asked asked, String action) {
    return asked.turn().tap().filter(it -> it.id().startsWith(action)).isPresent();
  }

  /**
   * Does it name no other number than the request does, and no condition? "Ok, 10 is fine, but only
   * this time" is a yes with a note; "ok but max 800" is none.
   */
  static boolean isPlain(Asked asked, @Nullable Approval approval) {
    if (asked.turn().tap().isPresent()) {
      return true;
    }
    var figures = approval == null ? List.<BigDecimal>of() : figures(approval);
    return !asked.understanding().notes().contains(CONDITION)
        && sums(asked).stream()
            .allMatch(it -> figures.stream().anyMatch(other -> other.compareTo(it) == 0));
  }

  /** The numbers by which people name it: 53 of AP-53, 10 of 10 %, 840 of USD 840. */
  private static List<BigDecimal> figures(Approval approval) {
    var all = new ArrayList<BigDecimal>();
    all.add(new BigDecimal(approval.code().substring("AP-".length())));
    if (approval.figure() != null) {
      all.add(new BigDecimal(approval.figure()));
    }
    if (approval.amountMinor() != null && approval.currency() != null) {
      var digits = Currency.getInstance(approval.currency()).getDefaultFractionDigits();
      all.add(BigDecimal.valueOf(approval.amountMinor(), digits));
    }
    return all;
  }
}
