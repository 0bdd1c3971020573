package travel.opslayer.capability.approval;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import travel.opslayer.approval.Approval;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.words.Sums;

/** What a colleague says about requests, as far as rules do not read it. */
final class Said {

  static final String ALL = "approve_all";

  /** What is said of a request that is named. */
  private static final Set<String> ABOUT_ONE = Set.of("approve", "reject", "reopen", "cancel");

  /** A word and the request: more is a sentence. */
  private static final int SHORT = 4;

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

  /** Nothing but yes or no, and the request that it is about. */
  static boolean isPlain(Asked asked) {
    var words = asked.understanding();
    if (words.onlyCourtesy() || asked.turn().tap().isPresent()) {
      return true;
    }
    var counted = request(asked).isPresent() && asked.subject() == null ? 1 : 0; // "approve 53"
    return sums(asked).size() == counted
        && words.unknownWords() == 0
        && words.words() <= SHORT
        && words.percent() == null
        && words.date() == null
        && words.product() == null;
  }
}
