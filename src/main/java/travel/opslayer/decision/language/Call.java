package travel.opslayer.decision.language;

import java.util.List;

/** What a rule says when it fires: a verb and its checked words. */
public record Call(Verb verb, List<String> arguments) {

  public Call {
    arguments = List.copyOf(arguments);
  }
}
