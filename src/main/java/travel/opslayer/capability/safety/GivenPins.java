package travel.opslayer.capability.safety;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.reply.Moment;
import travel.opslayer.safety.PinRepository;

/** What follows of a PIN: the facts say whether it is right, and the rules what that means. */
@Factory
final class GivenPins {

  private static final Duration USUAL = Duration.ofMinutes(10);
  private static final Duration LONG = Duration.ofMinutes(60);

  @Singleton
  ActionHandler give(PinRepository pins) {
    return ActionHandler.of(
        "give_pin",
        call -> {
          var until = call.now().plus(call.length("pin_good_for").orElse(USUAL));
          pins.good(call.sql(), call.tenant(), call.person().id(), until);
          return ActionResult.about(null)
              .with("until", new Moment(until, call.desk().tenant().zone()));
        });
  }

  @Singleton
  ActionHandler wrong(PinRepository pins) {
    return ActionHandler.of(
        "note_wrong_pin",
        call -> {
          var wrong = call.fact("safety_wrong").map(Long::valueOf).orElse(1L);
          pins.wrong(call.sql(), call.tenant(), call.person().id(), wrong);
          return ActionResult.about(null);
        });
  }

  @Singleton
  ActionHandler block(PinRepository pins) {
    return ActionHandler.of(
        "block_pin",
        call -> {
          var until = call.now().plus(call.length("pin_block_for").orElse(LONG));
          pins.block(call.sql(), call.tenant(), call.person().id(), until);
          return ActionResult.about(null)
              .with("name", call.person().firstName())
              .with("until", new Moment(until, call.desk().tenant().zone()));
        });
  }
}
