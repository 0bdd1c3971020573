package travel.opslayer.capability.approval;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Spread;

/** "Approve all" means every request that waits for the sender; rules decide each by itself. */
@Singleton
final class ApproveAll implements Spread {

  private final Approvals approvals;

  ApproveAll(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public List<String> subjects(Sql sql, Asked asked, Desk desk) {
    var person = asked.turn().contact().person();
    return person.isStaff() && Said.isAll(asked)
        ? Deciders.waiting(approvals, sql, desk.tenant().id(), person, desk.now()).stream()
            .map(Approval::code)
            .toList()
        : List.of();
  }
}
