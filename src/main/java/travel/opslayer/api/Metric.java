package travel.opslayer.api;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A number about the business.
 *
 * @param name such as messages_in
 * @param unit what is counted
 * @param definition what exactly it says
 */
@Serdeable
record Metric(String name, long value, String unit, String definition) {}
