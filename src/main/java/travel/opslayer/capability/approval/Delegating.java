package travel.opslayer.capability.approval;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Deputies;
import travel.opslayer.approval.Deputy;
import travel.opslayer.capability.approval.Voting.Ballot;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;

/** Colleagues decide for each other while somebody is away. */
@Factory
final class Delegating {

  @Singleton
  ActionHandler delegate(Approvals approvals, Conversations people) {
    return new Delegate(approvals, people);
  }

  @Singleton
  ActionHandler endDelegation(Approvals approvals) {
    return new End(approvals);
  }

  /** A request is new, or somebody is away now: are there enough to decide it? */
  @Singleton
  ActionHandler askDeputies(Approvals approvals, List<Approvable> things, Conversations people) {
    return new Ask(new Ballot(approvals, things, people));
  }

  private record Delegate(Approvals approvals, Conversations people) implements ActionHandler {

    private static final Duration USUAL = Duration.ofDays(7);

    @Override
    public String name() {
      return "delegate";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var deputy = named(call);
      var until = until(call);
      if (deputy.isEmpty()) {
        return ActionResult.about(null).refusing("approval/delegate_who");
      }
      if (!until.isAfter(call.now())) {
        return ActionResult.about(null).refusing("approval/delegate_when");
      }
      var person = call.person();
      approvals
          .deputies()
          .delegate(
              call.sql(),
              call.tenant(),
              call.id("deputy"),
              new Deputy(person.role(), person.id(), deputy.get().person().id(), null, until),
              call.now());
      var zone = call.desk().tenant().zone();
      var last = until.minusSeconds(1);
      var result =
          ActionResult.about(null)
              .telling("deputy", deputy.get().person().id())
              .with("deputy", Standing.first(deputy.get()))
              .with("away", Standing.first(call.contact()))
              .with("untilDay", Days.word(last, call.now(), zone))
              .with("until", new Moment(last, zone));
      for (var it : approvals.open(call.sql(), call.tenant(), call.now())) {
        if (it.role().equals(person.role())) {
          result = result.then("approval_deputies", it.code());
        }
      }
      return result;
    }

    /** A colleague by the first name or code that is typed; never the sender. */
    private Optional<Contact> named(ActionCall call) {
      return call.asked().turn().bubbles().stream()
          .flatMap(it -> Stream.of(it.split("[^\\p{L}]+")))
          .filter(it -> it.length() > 1)
          .map(it -> it.toUpperCase(Locale.ROOT))
          .flatMap(it -> people.byCode(call.sql(), call.tenant(), it).stream())
          .filter(it -> it.person().isStaff())
          .filter(it -> !it.person().id().equals(call.person().id()))
          .findFirst();
    }

    /** The end of the day that is named. */
    private static Instant until(ActionCall call) {
      var day = call.asked().understanding().date();
      var usual = call.now().plus(call.length("delegate_for").orElse(USUAL));
      var zone = call.desk().tenant().zone();
      return day == null
          ? usual
          : day.resolve(call.desk().today()).plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  private record End(Approvals approvals) implements ActionHandler {

    @Override
    public String name() {
      return "end_delegation";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var ended =
          approvals.deputies().end(call.sql(), call.tenant(), call.person().id(), call.now());
      return ActionResult.about(null).with("ended", ended ? "yes" : null);
    }
  }

  private record Ask(Ballot ballot) implements ActionHandler {

    @Override
    public String name() {
      return "ask_deputies";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = ballot.meant(call).filter(it -> it.stateAt(call.now()).equals(Approval.PENDING));
      if (meant.isEmpty()) {
        return ActionResult.NOTHING;
      }
      var approval = meant.get();
      var active = ballot.approvals().deputies().active(call.sql(), call.tenant(), call.now());
      var deciders = new Deciders(ballot.approvals(), ballot.people());
      var eligible = deciders.eligible(call, approval);
      var result =
          ActionResult.about(approval.code())
              .with(ballot.about(call, approval, ballot.thing(approval).asked(call, approval)))
              .showing("deputy", approval.code());
      for (var it : eligible) {
        var other = !it.person().roles().contains(approval.role());
        if (other && Deputies.mayDecide(approval, it.person().id(), it.person().roles(), active)) {
          result = result.telling("deputy", it.person().id());
        }
      }
      return eligible.size() < approval.quorum()
          ? standIn(call, approval, eligible, result)
          : result;
    }

    /** Too few are there: whom the rules name is asked as well, for this request alone. */
    private ActionResult standIn(
        ActionCall call, Approval approval, List<Contact> there, ActionResult result) {
      var other =
          call.decision()
              .assigned("stand_in")
              .flatMap(it -> ballot.people().byCode(call.sql(), call.tenant(), it))
              .filter(it -> !there.contains(it))
              .filter(it -> !it.person().id().equals(approval.requestedBy()));
      if (other.isEmpty()) {
        return result;
      }
      var id = other.get().person().id();
      var deputy = new Deputy(approval.role(), null, id, approval.id(), approval.expiresAt());
      ballot
          .approvals()
          .deputies()
          .delegate(call.sql(), call.tenant(), call.id("stand in"), deputy, call.now());
      return result
          .telling("alternate", id)
          .showing("alternate", approval.code())
          .with("alternate", Standing.first(other.get()))
          .noting("stand_in", "Too few are there to decide; somebody else was asked as well.");
    }
  }
}
