package travel.opslayer.facts;

/** The office. */
public record OfficeFact(
    @Meaning(value = "is it open now, by P-OFFICE?", lever = true) boolean open) implements Fact {}
