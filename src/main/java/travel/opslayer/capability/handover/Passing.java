package travel.opslayer.capability.handover;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;

/** What is written in a conversation that a person has, and how it goes back to the rules. */
@Factory
final class Passing {

  /** A customer writes: it goes to whoever has the conversation. */
  @Singleton
  ActionHandler passOn(HandoverRepository handovers, HandoverTalk talk) {
    return new Step(
        "pass_on",
        talk,
        (call, it) ->
            kept(call, it, handovers, talk).noting("passed_on", "Passed to a colleague."));
  }

  /** A colleague writes: it goes to the customer, as a text of the house. */
  @Singleton
  ActionHandler writeCustomer(HandoverRepository handovers, HandoverTalk talk) {
    return new Step(
        "write_customer",
        talk,
        (call, it) ->
            kept(call, it, handovers, talk)
                .noting("answered", "A colleague wrote to the customer."));
  }

  /** Nothing but a template may be sent: one that asks them to write. */
  @Singleton
  ActionHandler nudge(HandoverTalk talk) {
    return new Step(
        "nudge_customer",
        talk,
        (call, it) ->
            talk.about(call, it).noting("nudged", "The customer was asked to write again."));
  }

  @Singleton
  ActionHandler handBack(HandoverRepository handovers, HandoverTalk talk) {
    return new Step("hand_back", talk, (call, it) -> ended(call, it, handovers, talk));
  }

  /** Nobody has written for a long time. */
  @Singleton
  ActionHandler endHandover(HandoverRepository handovers, HandoverTalk talk) {
    return new Step("end_handover", talk, (call, it) -> ended(call, it, handovers, talk));
  }

  private static ActionResult kept(
      ActionCall call, Handover it, HandoverRepository handovers, HandoverTalk talk) {
    var until = HandoverTalk.until(call);
    handovers.keep(call.sql(), call.tenant(), it, until);
    return HandoverTalk.words(call, talk.about(call, it).due("handover_until", until));
  }

  private static ActionResult ended(
      ActionCall call, Handover it, HandoverRepository handovers, HandoverTalk talk) {
    var by = call.asked().turn().timer().isPresent() ? null : call.person().id();
    return Moves.move(
        call,
        TakeOver.KIND,
        "over",
        talk.about(call, it).with("state", "over"),
        () ->
            handovers.end(call.sql(), call.tenant(), it, by, call.now())
                ? Optional.of(
                    talk.about(call, it)
                        .noting("handed_back", "The rules answer again (%s).".formatted(it.code())))
                : Optional.empty());
  }

  private record Step(
      String name, HandoverTalk talk, BiFunction<ActionCall, Handover, ActionResult> what)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return talk.meant(call)
          .map(it -> what.apply(call, it))
          .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("handover/which"));
    }
  }
}
