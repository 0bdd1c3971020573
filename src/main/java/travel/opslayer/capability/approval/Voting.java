package travel.opslayer.capability.approval;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Vote;
import travel.opslayer.approval.Vote.Counted;
import travel.opslayer.approval.Vote.Decided;
import travel.opslayer.approval.Vote.NotCounted;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.TryAgain;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;

/** Colleagues say yes or no. */
@Factory
final class Voting {

  @Singleton
  ActionHandler approve(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Say("approve", true, new Ballot(approvals, things, people));
  }

  @Singleton
  ActionHandler reject(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Say("reject", false, new Ballot(approvals, things, people));
  }

  /** More than the terms is allowed: they may move. */
  @Singleton
  ActionHandler grantMove(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Say("grant_move", true, new Ballot(approvals, things, people));
  }

  /** More than the terms is allowed: more comes back. */
  @Singleton
  ActionHandler grantRefund(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Say("grant_refund", true, new Ballot(approvals, things, people));
  }

  /** Less than was asked for is allowed. */
  @Singleton
  ActionHandler grantLess(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Say("grant_less", true, new Ballot(approvals, things, people));
  }

  /** Yes, and those whom it concerns are told. */
  @Singleton
  ActionHandler approveTell(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Say("approve_tell", true, new Ballot(approvals, things, people));
  }

  /** What was withdrawn or not answered in time is asked once more. */
  @Singleton
  ActionHandler reopenApproval(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Reopen(new Ballot(approvals, things, people));
  }

  /** Nobody has decided in time. */
  @Singleton
  ActionHandler expireApproval(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Expire(new Ballot(approvals, things, people));
  }

  /** What all need. */
  record Ballot(Approvals approvals, List<Approvable> things, Conversations people) {

    Optional<Approval> meant(ActionCall call) {
      return call.fact("approval_code")
          .flatMap(it -> approvals.byCode(call.sql(), call.tenant(), it));
    }

    Approvable thing(Approval approval) {
      return things.stream()
          .filter(it -> it.isAbout(approval))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "Nobody knows what is to be approved (%s).".formatted(approval.action())));
    }

    ActionResult about(ActionCall call, Approval approval, ActionResult thing) {
      var zone = call.desk().tenant().zone();
      var ended = approval.endedAt() == null ? approval.expiresAt() : approval.endedAt();
      var glance = thing(approval).glance(call, approval);
      return Standing.of(thing, call, approval, new Deciders(approvals, people))
          .telling("requester", approval.requestedBy())
          .with("what", glance.what())
          .with("whatAbout", glance.about())
          .with("approval", approval.code())
          .with("about", approval.action())
          .with("state", approval.stateAt(call.now()))
          .with("ended", new Moment(ended, zone))
          .with("endedDay", Days.word(ended, call.now(), zone))
          .with("decider", Standing.first(call.contact()))
          .with(
              "requester",
              people.byPerson(call.sql(), call.tenant(), List.of(approval.requestedBy())).stream()
                  .findFirst()
                  .map(Standing::first)
                  .orElse(null));
    }
  }

  private record Say(String name, boolean yes, Ballot ballot) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var meant = ballot.meant(call);
      if (meant.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("approval/which");
      }
      var approval = meant.get();
      var thing = ballot.thing(approval);
      var to = Moves.to(call, "approval");
      if (to.isEmpty()) {
        return told(call, new NotCounted(approval, Vote.Why.OVER), thing, "");
      }
      var note = String.join("\n", call.asked().turn().bubbles());
      var vote =
          ballot
              .approvals()
              .vote(
                  call.sql(),
                  call.tenant(),
                  call.asked().turn().id(),
                  approval,
                  call.person().id(),
                  new Deciders(ballot.approvals(), ballot.people()).roles(call, approval),
                  yes,
                  note.isBlank() ? null : note,
                  thing.content(call, approval),
                  call.now());
      checked(vote, to.get());
      return told(call, vote, thing, note);
    }

    /** Two may agree at the same moment: then the second is decided on what is true by then. */
    private static void checked(Vote vote, String declared) {
      var state =
          switch (vote) {
            case Counted ignored -> Approval.PENDING;
            case Decided(var now) -> now.state();
            case NotCounted ignored -> declared;
          };
      if (!state.equals(declared)) {
        throw new TryAgain("Somebody else has voted in the meantime.");
      }
    }

    private ActionResult told(ActionCall call, Vote vote, Approvable thing, String note) {
      return switch (vote) {
        case Counted(var now, var needed) ->
            ballot
                .about(call, now, thing.asked(call, now))
                .with("needed", needed)
                .with("note", note.isBlank() ? null : note)
                .noting("voted", "A colleague agreed; more are needed.");
        case Decided(var now) ->
            ballot
                .about(call, now, yes ? thing.approved(call, now) : thing.rejected(call, now))
                .with("note", note.isBlank() ? null : note)
                .noting(
                    yes ? "approved" : "rejected",
                    yes ? "It was approved." : "It was not approved.");
        case NotCounted(var now, var why) ->
            ballot
                .about(call, now, ActionResult.about(now.code()))
                .with(thing.asked(call, now))
                .refusing(
                    switch (why) {
                      case OWN_REQUEST -> "approval/own";
                      case WRONG_ROLE -> "approval/not_yours";
                      case CHANGED -> "approval/changed";
                      case OVER -> "approval/over";
                      case VOTED_ALREADY -> "approval/voted";
                    });
      };
    }
  }

  private record Expire(Ballot ballot) implements ActionHandler {

    @Override
    public String name() {
      return "expire_approval";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = ballot.meant(call);
      var expired =
          meant
              .filter(ignored -> Moves.declares(call, "approval", Approval.EXPIRED))
              .flatMap(it -> ballot.approvals().expire(call.sql(), call.tenant(), it, call.now()));
      if (expired.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("approval/over");
      }
      var approval = expired.get();
      return ballot
          .about(call, approval, ballot.thing(approval).unanswered(call, approval))
          .noting("expired", "Nobody has decided in time.");
    }
  }

  private record Reopen(Ballot ballot) implements ActionHandler {

    private static final Duration USUAL = Duration.ofHours(24);

    @Override
    public String name() {
      return "reopen_approval";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var until = call.now().plus(call.length("answer_within").orElse(USUAL));
      var meant = ballot.meant(call);
      var reopened =
          meant
              .filter(ignored -> Moves.declares(call, "approval", Approval.PENDING))
              .flatMap(it -> ballot.approvals().reopen(call.sql(), call.tenant(), it, until));
      if (reopened.isEmpty()) {
        return meant
            .map(it -> ballot.about(call, it, ActionResult.about(it.code())))
            .orElseGet(() -> ActionResult.about(call.asked().subject()))
            .refusing("approval/over");
      }
      var approval = reopened.get();
      var zone = call.desk().tenant().zone();
      return ActionResult.about(approval.code())
          .with(ballot.about(call, approval, ballot.thing(approval).asked(call, approval)))
          .due("approval_until", until)
          .with("answerUntil", new Moment(until, zone))
          .with("answerUntilDay", Days.word(until, call.now(), zone))
          .noting("reopened", "It is asked once more.");
    }
  }
}
