package travel.opslayer.message;

import java.util.Locale;

/**
 * A name under which a provider knows a contact. A phone number is one of them and may be missing;
 * who the contact is to us is a person, found by any of their aliases.
 *
 * @param value digits without a plus sign for {@link Kind#PHONE}, the provider's word for the rest
 */
public record Alias(Kind kind, String value) {

  /** What sort of name it is. */
  public enum Kind {
    PHONE,
    /** A business-scoped user id: the name of a contact who hides their phone number. */
    BSUID;

    /** The word that is stored. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Alias {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An alias of kind " + kind + " is empty.");
    }
  }

  /** A phone number with or without its plus sign, spaces and hyphens. */
  public static Alias phone(String number) {
    return new Alias(Kind.PHONE, number.replaceAll("[^0-9]", ""));
  }

  public static Alias bsuid(String id) {
    return new Alias(Kind.BSUID, id);
  }

  /** Never the value: it is personal, and this text may reach a log. */
  @Override
  public String toString() {
    return kind.word() + " alias";
  }
}
