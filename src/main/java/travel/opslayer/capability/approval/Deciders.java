package travel.opslayer.capability.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Approvals.Voter;
import travel.opslayer.approval.Deputies;
import travel.opslayer.approval.Deputy;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.conversation.Person;
import travel.opslayer.database.Sql;

/** Who may decide a request, and who has yet to. */
record Deciders(Approvals approvals, Conversations people) {

  /** The roles by which they may decide it: their own, and of whom they decide for. */
  Set<String> roles(ActionCall call, Approval approval) {
    var roles = new HashSet<>(call.person().roles());
    var active = approvals.deputies().active(call.sql(), call.tenant(), call.now());
    if (Deputies.mayDecide(approval, call.person().id(), roles, active)) {
      roles.add(approval.role());
    }
    return roles;
  }

  /** The requests that wait for the word of this colleague, the oldest first. */
  static List<Approval> waiting(
      Approvals approvals, Sql sql, int tenant, Person person, Instant now) {
    var active = approvals.deputies().active(sql, tenant, now);
    var voted = Set.copyOf(approvals.votedBy(sql, tenant, person.id()));
    return approvals.open(sql, tenant, now).stream()
        .filter(it -> !it.requestedBy().equals(person.id()))
        .filter(it -> !voted.contains(it.id()))
        .filter(it -> Deputies.mayDecide(it, person.id(), person.roles(), active))
        .toList();
  }

  /**
   * Everybody who may say yes to it: those who are away are not asked, whoever is there for them.
   */
  List<Contact> eligible(ActionCall call, Approval approval) {
    var active = approvals.deputies().active(call.sql(), call.tenant(), call.now());
    var away = active.stream().map(Deputy::forPerson).toList();
    var all = new ArrayList<UUID>();
    people.byRole(call.sql(), call.tenant(), approval.role()).stream()
        .map(it -> it.person().id())
        .filter(it -> !away.contains(it))
        .forEach(all::add);
    active.stream()
        .map(Deputy::deputy)
        .filter(it -> Deputies.mayDecide(approval, it, Set.of(), active))
        .filter(it -> !all.contains(it))
        .forEach(all::add);
    all.remove(approval.requestedBy());
    var contacts = people.byPerson(call.sql(), call.tenant(), all);
    return all.stream()
        .flatMap(id -> contacts.stream().filter(it -> it.person().id().equals(id)).limit(1))
        .toList();
  }

  /** Those who have said yes, but for whoever speaks now. */
  List<Contact> before(ActionCall call, Approval approval) {
    var voters =
        approvals.voters(call.sql(), call.tenant(), approval).stream()
            .filter(Voter::yes)
            .map(Voter::person)
            .filter(it -> !it.equals(call.person().id()))
            .toList();
    return people.byPerson(call.sql(), call.tenant(), voters);
  }

  /** Whose word it waits for next. */
  Optional<Contact> next(ActionCall call, Approval approval) {
    var voted =
        Stream.concat(
                approvals.voters(call.sql(), call.tenant(), approval).stream().map(Voter::person),
                Stream.of(call.person().id()))
            .toList();
    return eligible(call, approval).stream()
        .filter(it -> !voted.contains(it.person().id()))
        .findFirst();
  }
}
