package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.rows.Nearby;
import travel.opslayer.decision.rows.Sentences;
import travel.opslayer.decision.rows.WhyNot;

/**
 * A rule that did not count.
 *
 * @param says what it would have said, such as permit ask_quote
 * @param missing what it asks and was not so; empty when a row above it was taken
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Almost(String rule, String source, List<String> says, List<Missing> missing) {

  private static final int MOST = 3;

  /**
   * Something that was not so.
   *
   * @param field the field it is about; null when it is about several
   * @param wanted in words
   * @param is what it was; null when it was unknown
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Missing(@Nullable String field, String wanted, @Nullable Object is) {}

  static List<Almost> of(List<Rule> rules, Decision decision) {
    var values = decision.situation().values();
    return WhyNot.of(rules, decision, MOST).stream().map(it -> of(it, values)).toList();
  }

  private static Almost of(Nearby nearby, Map<String, Object> values) {
    var says =
        nearby.rule().then().stream()
            .map(it -> it.verb().word() + " " + String.join(" ", it.arguments()))
            .toList();
    var missing = nearby.missing().stream().map(it -> missing(it, values)).toList();
    return new Almost(nearby.rule().name(), nearby.rule().origin().toString(), says, missing);
  }

  private static Missing missing(Condition condition, Map<String, Object> values) {
    var field = Sentences.field(condition).orElse(null);
    return new Missing(field, Sentences.of(condition), field == null ? null : values.get(field));
  }
}
