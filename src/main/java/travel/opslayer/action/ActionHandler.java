package travel.opslayer.action;

import java.util.function.Function;

/**
 * One thing the service can do. Every bean of this type is found by the container; its name is the
 * word that rules, choices and the audit trail use.
 *
 * <p>{@link #run} is part of the transaction of the turn and may be called again for the same turn
 * after a crash, with the same {@link travel.opslayer.conversation.Turn#id()}, which is the id of
 * every command it gives. An exception means: take the turn again.
 */
public interface ActionHandler {

  String name();

  ActionResult run(ActionCall call);

  /** One that is no more than this. */
  static ActionHandler of(String name, Function<ActionCall, ActionResult> work) {
    return new NamedAction(name, work);
  }
}
