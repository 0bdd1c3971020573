package travel.opslayer.decision;

/**
 * A rule that fired, and what it said.
 *
 * @param rule the name that its author gave it
 * @param source file, sheet and row or line, as {@code 20-authorise/permit.xlsx#Permit!12}
 */
public record Hit(String rule, String source, Verdict verdict) {}
