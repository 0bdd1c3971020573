package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.DecisionRepository.Kept;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.cases.KeptCases;
import travel.opslayer.decision.cases.KeptCases.Keeping;
import travel.opslayer.decision.cases.KeptCases.Recorded;

/** What the rules decided, and on which facts. */
@Controller("/api/v1/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "decisions")
@SecurityRequirement(name = "token")
final class DecisionsController {

  /** What a note can hold: one line. */
  private static final Pattern NOTE = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{0,200}");

  private final DecisionRepository rows;
  private final KeptCases cases;
  private final RuleShelf shelf;

  DecisionsController(DecisionRepository rows, KeptCases cases, RuleShelf shelf) {
    this.rows = rows;
    this.cases = cases;
    this.shelf = shelf;
  }

  /**
   * A decision that is a case of the rule folder now.
   *
   * @param file path under the folder
   * @param row its number in the file
   * @param cells by their titles; blank ones are left out
   */
  @Serdeable
  @Schema(name = "KeptCase")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record KeptCase(String file, int row, Map<String, String> cells) {}

  /**
   * Decisions, the newest first.
   *
   * @param object only about the object of this public code, such as LD-301
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Kept> decisions(
      @Nullable @QueryValue String object,
      @Nullable @QueryValue String limit,
      @Nullable @QueryValue String cursor) {
    return rows.page(object, limit, cursor);
  }

  /**
   * One of them, by its id.
   *
   * @param id its id
   */
  @Get("/{id}")
  Kept decision(@PathVariable String id) {
    return rows.one(id);
  }

  /**
   * Keeps a decision as a case of the rule folder: from then on no rules come into force that
   * decide otherwise on the same facts.
   *
   * @param id its id
   * @param wanted case: the name of the case; why: a note, which may be left out
   */
  @Post("/{id}/case")
  KeptCase keepAsCase(@PathVariable String id, @Body Map<String, Object> wanted) {
    var name = text(wanted, "case");
    var why = text(wanted, "why");
    if (name.isEmpty()) {
      throw Refusal.badRequest(
          "The case has no name. Maybe send {\"case\":\"A new customer names a trip\"}.");
    }
    if (!shelf.isFilled()) {
      throw new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE,
          "No rules are in force. Maybe look at GET /api/v1/rules.");
    }
    return switch (cases.keep(recorded(rows.one(id)), name, why)) {
      case Keeping.Kept(var file, var row, var cells) -> new KeptCase(file, row, cells);
      case Keeping.Refused(var sentences) -> throw new Refusal(HttpStatus.CONFLICT, sentences);
      case Keeping.Unwritable(var sentences) ->
          throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, sentences);
    };
  }

  private static Recorded recorded(Kept it) {
    var state = it.transition() == null ? null : String.valueOf(it.transition().get("to"));
    return new Recorded(it.facts(), it.wish(), it.state(), state);
  }

  /** As a cell has it, which begins and ends with no blank. */
  private static String text(Map<String, Object> wanted, String key) {
    var given = wanted.get(key);
    var text = given == null ? "" : given.toString().replace('\u00a0', ' ').strip();
    if ((given != null && !(given instanceof String)) || !NOTE.matcher(text).matches()) {
      throw Refusal.badRequest(
          "The %s (%s) cannot stand in a cell. Maybe one line of at most 200 letters."
              .formatted(key, Problems.cut(text)));
    }
    return text;
  }
}
