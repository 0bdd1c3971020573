package travel.opslayer.capability.approval;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.capability.approval.Voting.Ballot;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.conversation.Person;
import travel.opslayer.reply.Money;
import travel.opslayer.timeline.Timeline;

/** What waits for a colleague's word, looked at before it is decided. */
@Factory
final class Waiting {

  /** A yes that could mean several things. */
  @Singleton
  ActionHandler whichApproval(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Which("which_approval", new Ballot(approvals, things, people));
  }

  /** All at once, and nothing waits. */
  @Singleton
  ActionHandler approveAll(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Which("approve_all", new Ballot(approvals, things, people));
  }

  /** The rest of a long list. */
  @Singleton
  ActionHandler moreApprovals(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Which("more_approvals", new Ballot(approvals, things, people));
  }

  /** One by itself, with all that is to be known. */
  @Singleton
  ActionHandler showApproval(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Show("show_approval", new Ballot(approvals, things, people));
  }

  /** A yes that changes what is asked is none: they are asked what they mean. */
  @Singleton
  ActionHandler unclearVote(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Show("unclear_vote", new Ballot(approvals, things, people));
  }

  /** Another sum: whoever asked, and whoever said yes before, hear of it; nothing changes. */
  @Singleton
  ActionHandler proposeAmount(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Show("propose_amount", new Ballot(approvals, things, people));
  }

  /** It was decided before, or its time is over: what has happened since. */
  @Singleton
  ActionHandler showEnded(
      Approvals approvals, List<Approvable> things, Conversations people, Timeline timeline) {
    return new Ended(new Ballot(approvals, things, people), timeline);
  }

  /** Whoever asked takes it back. */
  @Singleton
  ActionHandler withdrawApproval(
      Approvals approvals, List<Approvable> things, Conversations people) {
    return new Withdraw(new Ballot(approvals, things, people));
  }

  /** A list of those that wait, a page at a time. */
  private record Which(String name, Ballot ballot) implements ActionHandler {

    /** A list on a phone has ten rows. */
    private static final int ROWS = 10;

    @Override
    public ActionResult run(ActionCall call) {
      var all =
          Deciders.waiting(
              ballot.approvals(), call.sql(), call.tenant(), call.person(), call.now());
      var from = Math.min(page(call), all.size());
      var rest = all.size() - from;
      var to = rest <= ROWS - 1 ? all.size() : from + ROWS - 2;
      var shown = all.subList(from, to);
      var result =
          ActionResult.about(null)
              .with("count", all.size())
              .with("more", to < all.size() ? all.size() - to : null)
              .with("list", shown.isEmpty() ? null : lines(call, shown));
      for (var it : shown) {
        var glance = ballot.thing(it).glance(call, it);
        result =
            result.choosing(
                "show_approval", it.code(), it.code() + ' ' + glance.what(), glance.about());
      }
      return extras(result, all.size(), to);
    }

    private static ActionResult extras(ActionResult result, int all, int to) {
      var every =
          all > 1
              ? result.choosing("approve_all", "AP", "Approve all small", "the others one by one")
              : result;
      return to < all
          ? every.choosing("more_approvals:" + to, "AP", "More", (all - to) + " more wait")
          : every;
    }

    private static int page(ActionCall call) {
      return call.fact("tap_choice").filter(it -> it.matches("\\d{1,4}")).stream()
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    }

    private String lines(ActionCall call, List<Approval> shown) {
      return shown.stream()
          .map(
              it -> {
                var glance = ballot.thing(it).glance(call, it);
                return "%s %s (%s)".formatted(it.code(), glance.what(), glance.about());
              })
          .collect(Collectors.joining("\n"));
    }
  }

  private record Show(String name, Ballot ballot) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var meant = ballot.meant(call);
      if (meant.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("approval/which");
      }
      var approval = meant.get();
      var told =
          ActionResult.about(approval.code())
              .with(ballot.about(call, approval, ballot.thing(approval).asked(call, approval)))
              .telling("first", voter(call, approval))
              .showing("first", approval.code())
              .showing("requester", approval.code())
              .with("proposed", proposed(call, approval))
              .with("proposedAmount", money(call, approval));
      return approval.stateAt(call.now()).equals(Approval.PENDING)
          ? told
          : told.refusing("approval/over");
    }

    private @Nullable UUID voter(ActionCall call, Approval approval) {
      return new Deciders(ballot.approvals(), ballot.people())
          .before(call, approval).stream()
              .map(it -> it.person())
              .map(Person::id)
              .findFirst()
              .orElse(null);
    }

    /** In minor units: the other sum in their words, or in the choice that they tapped. */
    private static @Nullable String proposed(ActionCall call, Approval approval) {
      if (call.fact("tap_choice").isPresent()) {
        return call.fact("tap_choice").filter(it -> it.matches("[1-9]\\d{0,12}")).orElse(null);
      }
      var currency = approval.currency();
      if (currency == null || !Said.isMoney(approval)) {
        return null;
      }
      var digits = Currency.getInstance(currency).getDefaultFractionDigits();
      var said = Said.sums(call.asked());
      return said.size() == 1
          ? said.getFirst().movePointRight(digits).setScale(0, RoundingMode.DOWN).toPlainString()
          : null;
    }

    private static @Nullable Money money(ActionCall call, Approval approval) {
      var minor = proposed(call, approval);
      return minor == null
          ? null
          : new Money(
              new BigDecimal(minor).longValue(), Objects.requireNonNull(approval.currency()));
    }
  }

  private record Ended(Ballot ballot, Timeline timeline) implements ActionHandler {

    @Override
    public String name() {
      return "show_ended";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = ballot.meant(call);
      if (meant.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("approval/which");
      }
      var approval = meant.get();
      var ended = approval.endedAt() == null ? approval.expiresAt() : approval.endedAt();
      var since =
          timeline
              .last(call.sql(), call.tenant(), approval.subject(), ended)
              .map(it -> it.line().text().replaceFirst("\\.$", ""));
      return ballot
          .about(call, approval, ballot.thing(approval).asked(call, approval))
          .with("since", since.orElse(null))
          .refusing("approval/over");
    }
  }

  private record Withdraw(Ballot ballot) implements ActionHandler {

    @Override
    public String name() {
      return "withdraw_approval";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = ballot.meant(call);
      var taken =
          meant
              .filter(ignored -> Moves.declares(call, "approval", Approval.CANCELLED))
              .flatMap(
                  it ->
                      ballot
                          .approvals()
                          .withdraw(call.sql(), call.tenant(), it, call.person().id(), call.now()));
      if (taken.isEmpty()) {
        return meant
            .map(it -> ballot.about(call, it, ballot.thing(it).asked(call, it)))
            .orElseGet(() -> ActionResult.about(call.asked().subject()))
            .refusing("approval/over");
      }
      var approval = taken.get();
      return ballot
          .about(call, approval, ballot.thing(approval).withdrawn(call, approval))
          .noting("withdrawn", "Whoever asked took %s back.".formatted(approval.code()));
    }
  }
}
