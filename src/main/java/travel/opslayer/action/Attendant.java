package travel.opslayer.action;

/**
 * Adds to what an action tells, whatever the action: such as whoever has the conversation in which
 * it was done. Beans of this type are found by the container; they change nothing.
 */
public interface Attendant {

  ActionResult attend(ActionCall call, ActionResult result);
}
