package travel.opslayer.decision.language;

/** What the values of a field stand for, where its type does not say. */
public sealed interface Scale {

  /** Values that need no other field beside them. */
  enum Plain implements Scale {
    /** A whole number as it is. */
    NUMBER,
    /** A day: as a number its digits, such as 20270315; as a text 2027-03-15. */
    DATE,
    /** A length of time, in seconds. */
    DURATION
  }

  /**
   * An amount in minor units, such as cents.
   *
   * @param currency the field that holds the currency by its code, such as EUR
   */
  record Money(String currency) implements Scale {}
}
