package travel.opslayer.facts;

/** The office. */
public record OfficeFact(@Meaning("is it open now, by P-OFFICE?") boolean open) implements Fact {}
