package travel.opslayer.reply;

import java.time.LocalDate;

/** From a day to a day, both included, as a value of a template. */
public record Span(LocalDate from, LocalDate to) {}
