package travel.opslayer.capability.approval;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Deputies;
import travel.opslayer.approval.Deputy;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;

/** Looks at requests for approval. Customers see none. */
@Singleton
final class ApprovalFacts implements FactSource {

  private final Approvals approvals;

  ApprovalFacts(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(ApprovalFact.class, VoteFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var codes =
        asked.stream()
            .filter(ApprovalFacts::mayKnow)
            .flatMap(it -> Said.request(it).stream())
            .distinct()
            .toList();
    Map<String, Approval> found =
        approvals.byCodes(sql, desk.tenant().id(), codes).stream()
            .collect(Collectors.toMap(Approval::code, Function.identity()));
    var active =
        found.isEmpty()
            ? List.<Deputy>of()
            : approvals.deputies().active(sql, desk.tenant().id(), desk.now());
    for (var it : asked) {
      var approval = Said.request(it).map(found::get).orElse(null);
      var person = it.turn().contact().person();
      if (approval != null) {
        sheets.add(it, fact(it, approval, desk, active));
      }
      if (person.isStaff() && Said.mayVote(it)) {
        var waiting = Deciders.waiting(approvals, sql, desk.tenant().id(), person, desk.now());
        sheets.add(it, new VoteFact(Said.isPlain(it, approval), waiting.size()));
      }
    }
  }

  private static boolean mayKnow(Asked asked) {
    return asked.turn().timer().isPresent() || asked.turn().contact().person().isStaff();
  }

  private static ApprovalFact fact(Asked asked, Approval approval, Desk desk, List<Deputy> active) {
    var person = asked.turn().contact().person();
    return new ApprovalFact(
        approval.code(),
        ApprovalFact.State.valueOf(approval.stateAt(desk.now()).toUpperCase(Locale.ROOT)),
        approval.action(),
        approval.requestedBy().equals(person.id()),
        Deputies.mayDecide(approval, person.id(), person.roles(), active),
        (long) approval.quorum() - approval.votes(),
        approval.quorum(),
        approval.amountMinor(),
        approval.currency());
  }
}
