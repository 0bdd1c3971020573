package travel.opslayer.capability.overview;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.facts.Rota.Shift;
import travel.opslayer.reply.Moment;

/** Shows who is on duty now; where the rota names nobody of a role, all of them are. */
@Singleton
final class ShowRota implements ActionHandler {

  private static final List<String> USUAL = List.of("operations", "sales", "manager");

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
    var result = ActionResult.about(null).with("at", new Moment(call.now(), zone));
    var operations = role(call, "operations");
    var sales = role(call, "sales");
    var managers = role(call, "manager");
    return result
        .with("operations", operations.there())
        .with("operationsAll", operations.all())
        .with("sales", sales.there())
        .with("salesAll", sales.all())
        .with("manager", managers.there())
        .with("managerAll", managers.all())
        .with("others", others(call));
  }

  /**
   * Names, parted by commas.
   *
   * @param there who is on duty; null when nobody is
   * @param all null when nobody has the role
   */
  private record Team(@Nullable String there, @Nullable String all) {}

  private Team role(ActionCall call, String role) {
    var zone = call.desk().tenant().zone();
    var codes = call.desk().parameters().rota().onDuty(role, call.now(), zone);
    var all = people.byRole(call.sql(), call.tenant(), role);
    var there = all.stream().filter(it -> codes.contains(it.person().code())).toList();
    return new Team(names(there), names(all));
  }

  /** Roles that the company has put on the rota beside the usual ones. */
  private @Nullable String others(ActionCall call) {
    var lines =
        call.desk().parameters().rota().shifts().stream()
            .map(Shift::role)
            .filter(it -> !USUAL.contains(it))
            .distinct()
            .sorted()
            .map(it -> line(call, it))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? null : lines;
  }

  private @Nullable String line(ActionCall call, String role) {
    var there = role(call, role).there();
    return there == null ? null : role + ": " + there;
  }

  private static @Nullable String names(List<Contact> people) {
    var names =
        people.stream()
            .map(it -> Objects.requireNonNullElse(it.person().firstName(), it.person().code()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? null : names;
  }
}
