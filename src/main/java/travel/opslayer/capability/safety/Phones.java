package travel.opslayer.capability.safety;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.conversation.Contact;
import travel.opslayer.media.OpenLinks;
import travel.opslayer.safety.PhoneLockRepository;
import travel.opslayer.safety.PhoneLockRepository.Lock;

/** A phone that is lost: locked at once by anybody, unlocked by a manager who is sure. */
@Factory
final class Phones {

  static final String KIND = "phone";
  static final String OWNER = "phone_owner";

  private static final String WHO = "safety/who";

  /** Says that it is locked, and nothing else. */
  @Singleton
  ActionHandler locked() {
    return ActionHandler.of("locked_phone", ignored -> ActionResult.NOTHING);
  }

  @Singleton
  ActionHandler which() {
    return ActionHandler.of("which_phone", ignored -> ActionResult.NOTHING);
  }

  @Singleton
  ActionHandler lock(Typed typed, PhoneLockRepository locks, OpenLinks links) {
    return new Step(
        "lock_phone",
        typed,
        (call, owner) ->
            Moves.move(
                call,
                KIND,
                "locked",
                about(call, owner),
                () -> {
                  var person = owner.person().id();
                  links.end(call.sql(), call.tenant(), person, call.now());
                  return locks
                      .lock(
                          call.sql(),
                          call.tenant(),
                          call.id("lock"),
                          person,
                          call.person().id(),
                          call.now())
                      .map(
                          it ->
                              told(call, owner, it)
                                  .noting("phone_locked", "The phone of a colleague was locked."));
                }));
  }

  /** Whoever has not given a PIN needs another manager. */
  @Singleton
  ActionHandler askUnlock(Typed typed, PhoneLockRepository locks) {
    return new Step(
        "ask_unlock",
        typed,
        (call, owner) ->
            locks
                .of(call.sql(), call.tenant(), owner.person().id())
                .map(
                    it -> {
                      locks.ask(call.sql(), call.tenant(), it, call.person().id());
                      return told(call, owner, it)
                          .noting("unlock_asked", "A manager wants the phone unlocked.");
                    })
                .orElseGet(() -> about(call, owner).refusing("safety/not_locked")));
  }

  @Singleton
  ActionHandler unlock(Typed typed, PhoneLockRepository locks) {
    return new Step(
        "unlock_phone",
        typed,
        (call, owner) ->
            Moves.move(
                call,
                KIND,
                "usable",
                about(call, owner),
                () ->
                    locks
                        .of(call.sql(), call.tenant(), owner.person().id())
                        .filter(
                            it ->
                                locks.unlock(
                                    call.sql(), call.tenant(), it, call.person().id(), call.now()))
                        .map(
                            it ->
                                told(call, owner, it)
                                    .telling(OWNER, owner.person().id())
                                    .noting("phone_unlocked", "The phone was unlocked."))));
  }

  private static ActionResult told(ActionCall call, Contact owner, Lock lock) {
    return ActionResult.about(lock.code()).with(about(call, owner));
  }

  private static ActionResult about(ActionCall call, Contact owner) {
    return ActionResult.about(call.asked().subject())
        .with("state", call.fact("safety_phone").orElse(null))
        .with("name", owner.person().firstName())
        .with("by", call.person().firstName());
  }

  private record Step(String name, Typed typed, BiFunction<ActionCall, Contact, ActionResult> what)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var subject = Optional.ofNullable(call.asked().subject());
      return typed
          .colleague(call.sql(), call.tenant(), call.asked().turn(), subject)
          .map(it -> what.apply(call, it))
          .orElseGet(() -> ActionResult.NOTHING.refusing(WHO));
    }
  }
}
