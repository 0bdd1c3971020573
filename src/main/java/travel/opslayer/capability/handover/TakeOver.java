package travel.opslayer.capability.handover;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.handover.HandoverRepository.Taking;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Quotes;

/** A colleague takes a conversation; whoever comes second hears who has it. */
@Factory
final class TakeOver {

  static final String KIND = "handover";

  private static final String WHICH = "handover/which";

  @Singleton
  ActionHandler take(
      HandoverRepository handovers, CustomersMeant customers, Quotes quotes, HandoverTalk talk) {
    return new Taken(handovers, customers, quotes, talk);
  }

  @Singleton
  ActionHandler show(HandoverTalk talk) {
    return new Shown("show_handover", talk);
  }

  /** They have several conversations and name none. */
  @Singleton
  ActionHandler which(HandoverTalk talk) {
    return new Shown("which_handover", talk);
  }

  private record Shown(String name, HandoverTalk talk) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return talk.meant(call)
          .map(it -> talk.about(call, it).with("mine", call.fact("handover_mine").orElse(null)))
          .orElseGet(() -> ActionResult.about(call.asked().subject()));
    }
  }

  private record Taken(
      HandoverRepository handovers, CustomersMeant customers, Quotes quotes, HandoverTalk talk)
      implements ActionHandler {

    @Override
    public String name() {
      return "take_over";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var turn = call.asked().turn();
      var quoted = quotes.of(call.sql(), call.tenant(), List.of(turn)).get(turn.id());
      return customers
          .of(call.sql(), call.tenant(), call.asked().subject(), quoted)
          .map(it -> taken(call, it))
          .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing(WHICH));
    }

    private ActionResult taken(ActionCall call, Contact customer) {
      var about = ActionResult.about(subject(call)).with("state", "taken");
      var taking =
          new Taking(
              customer.person().id(), call.person().id(), subject(call), HandoverTalk.until(call));
      return Moves.move(
          call,
          KIND,
          "taken",
          about,
          () ->
              handovers
                  .take(call.sql(), call.tenant(), call.id(KIND), taking, call.now())
                  .map(it -> told(call, it, customer))
                  .or(() -> Optional.of(taken(call, customer, about))));
    }

    private ActionResult told(ActionCall call, Handover it, Contact customer) {
      return talk.about(call, it)
          .with("closed", customer.windowOpen(call.now()) ? null : "yes")
          .noting("taken_over", "A colleague took the conversation (%s).".formatted(it.code()));
    }

    /** In the same moment, by another. */
    private ActionResult taken(ActionCall call, Contact customer, ActionResult about) {
      return handovers
          .lastOf(call.sql(), call.tenant(), customer.person().id())
          .map(it -> talk.about(call, it).refusing("handover/has_it"))
          .orElse(about.refusing(WHICH));
    }

    /** Of one that is quoted again: what it was about. */
    private @Nullable String subject(ActionCall call) {
      var named = call.asked().subject();
      return named == null || !named.startsWith("HO-")
          ? named
          : handovers.byCode(call.sql(), call.tenant(), named).map(Handover::subject).orElse(null);
    }
  }
}
