package travel.opslayer.reply;

/**
 * A country, as a value of a template.
 *
 * @param country ISO 3166-1, two letters
 */
public record Place(String country) {}
