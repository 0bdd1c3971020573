package travel.opslayer.facts;

/** What is asked for. Known in the phases after 10-classify. */
public record WishFact(
    @Meaning("the action that is asked for, as the classify tables name it") String action)
    implements Fact {

  /** Its name in rules and in the facts of a decision. */
  public static final String FIELD = "wish_action";
}
