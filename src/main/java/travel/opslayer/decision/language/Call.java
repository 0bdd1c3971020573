package travel.opslayer.decision.language;

import java.util.List;
import travel.opslayer.decision.Verdict;

/** What a rule says when it fires: a verb and its checked words. */
public record Call(Verb verb, List<String> arguments) {

  public Call {
    arguments = List.copyOf(arguments);
  }

  /** What the rule will have said. */
  public Verdict verdict() {
    var first = arguments.getFirst();
    return switch (verb) {
      case PERMIT -> new Verdict.Permit(first);
      case FORBID -> new Verdict.Forbid(first, arguments.get(1));
      case REQUIRE -> new Verdict.Require(first, arguments.get(1));
      case MOVE_TO -> new Verdict.MoveTo(first);
      case MOVE -> new Verdict.Move(first, arguments.get(1));
      case REPLY -> new Verdict.Reply(first);
      case NOTIFY -> new Verdict.Notify(first, arguments.get(1));
      case SCHEDULE -> new Verdict.Schedule(first, arguments.get(1));
      case ASSIGN -> new Verdict.Assign(first, arguments.get(1));
    };
  }
}
