package travel.opslayer.capability.overview;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.reply.Moment;

/**
 * Who is on duty now, of those who are told by rota: a role of whom nobody is, is told as a whole.
 */
@Singleton
final class ShowRota implements ActionHandler {

  private static final List<String> ROLES = List.of("operations", "sales", "manager");

  private final Conversations people;

  ShowRota(Conversations people) {
    this.people = people;
  }

  @Override
  public String name() {
    return "show_rota";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var zone = call.desk().tenant().zone();
    var lines =
        ROLES.stream().map(it -> it + ": " + names(call, it)).collect(Collectors.joining("\n"));
    return ActionResult.about(null).with("at", new Moment(call.now(), zone)).with("lines", lines);
  }

  private String names(ActionCall call, String role) {
    var codes =
        call.desk().parameters().rota().onDuty(role, call.now(), call.desk().tenant().zone());
    var all = people.byRole(call.sql(), call.tenant(), role);
    var there = all.stream().filter(it -> codes.contains(it.person().code())).toList();
    return there.isEmpty() ? "everybody (" + names(all) + ")" : names(there);
  }

  private static String names(List<Contact> people) {
    return people.isEmpty()
        ? "nobody"
        : people.stream()
            .map(
                it ->
                    it.person().firstName() == null ? it.person().code() : it.person().firstName())
            .collect(Collectors.joining(", "));
  }
}
