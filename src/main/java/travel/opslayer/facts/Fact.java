package travel.opslayer.facts;

/**
 * Something the rules may look at. Facts are records of texts, words of an enum, whole numbers and
 * yes or no; each component says what it means and becomes one field of the {@link Situation}.
 *
 * <p>Facts are stored with every decision as they are, so they hold nothing personal: no name, no
 * number, no words of a message.
 */
public interface Fact {}
