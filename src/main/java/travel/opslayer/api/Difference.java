package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.DecisionRepository;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.rows.Because;
import travel.opslayer.decision.rows.WhatIf;
import travel.opslayer.facts.Field;

/**
 * What would be decided if one thing were different.
 *
 * @param field what would be different
 * @param meaning of the field
 * @param from what it is; null when it is unknown
 * @param to what it would be
 * @param state permitted, refused or nothing
 * @param sentence why, in short
 * @param replies the texts that the sender would get
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Difference(
    String field,
    String meaning,
    @Nullable Object from,
    Object to,
    String state,
    String sentence,
    List<String> replies) {

  static List<Difference> of(
      Release release, List<Rule> rules, Decision decision, List<Field> levers) {
    return new WhatIf(release, rules)
        .of(decision, levers).stream()
            .map(
                it ->
                    new Difference(
                        it.field().name(),
                        it.field().meaning(),
                        it.from(),
                        it.to(),
                        DecisionRepository.outcome(it.then()),
                        Because.sentence(it.then()),
                        it.then().replies()))
            .toList();
  }
}
