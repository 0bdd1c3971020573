package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.rows.Because;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.decision.rows.PastReleases.Past;
import travel.opslayer.decision.rows.Replay;
import travel.opslayer.facts.Field;

/** Why it was decided so: which rows, in their own words, and which nearly. */
@Controller("/api/v1/decisions/{id}/explain")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "decisions")
@SecurityRequirement(name = "token")
final class ExplainController {

  private final DecisionRepository rows;
  private final PageRepository lists;
  private final PastReleases releases;

  ExplainController(DecisionRepository rows, PageRepository lists, PastReleases releases) {
    this.rows = rows;
    this.lists = lists;
    this.releases = releases;
  }

  /**
   * A rule that fired.
   *
   * @param row titles and cells as its author wrote them; empty for a rule by hand
   */
  @Serdeable
  @Schema(name = "FiredRule")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Fired(String rule, String source, Map<String, String> row) {}

  /**
   * Why it was decided so.
   *
   * @param decision its id
   * @param release hash of the rules that decided
   * @param wish what was asked for
   * @param state permitted, refused, or nothing when nothing was asked for
   * @param sentence the answer in short
   * @param fired the rules that fired, in the order of files and rows
   * @param nearest rules that did not fire, and what was missing; the nearest first
   * @param whatIf single differences that would have changed what people noticed
   */
  @Serdeable
  @Schema(name = "Explanation")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Explained(
      UUID decision,
      String release,
      String wish,
      String state,
      String sentence,
      List<Fired> fired,
      List<Almost> nearest,
      List<Difference> whatIf) {}

  /**
   * Why a decision was taken as it was, by the rules of then.
   *
   * @param id of the decision
   */
  @Get
  Explained explain(@PathVariable String id) {
    var kept = rows.one(id);
    var past =
        releases
            .find(lists.tenant(), kept.release())
            .orElseThrow(
                () ->
                    new Refusal(
                        HttpStatus.CONFLICT,
                        "The rules of then name words that are gone, such as a text. Maybe bring"
                            + " them back to ask again; what they said is in the decision."));
    var decision = Replay.again(past.release(), kept.facts());
    return new Explained(
        kept.id(),
        kept.release(),
        kept.wish(),
        kept.state(),
        Because.sentence(decision),
        fired(past, decision),
        Almost.of(past.written().rules(), decision),
        Difference.of(past.release(), past.written().rules(), decision, levers(past)));
  }

  private static List<Field> levers(Past past) {
    return past.release().vocabulary().fields().stream().filter(Field::lever).toList();
  }

  private static List<Fired> fired(Past past, Decision decision) {
    var sources = decision.hits().stream().map(Hit::source).distinct().toList();
    var rows = past.rows(sources);
    return decision.hits().stream()
        .map(it -> new Fired(it.rule(), it.source(), rows.getOrDefault(it.source(), Map.of())))
        .distinct()
        .toList();
  }
}
