package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Planned;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.Review;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.RuleZip;
import travel.opslayer.decision.releases.RuleNodeRepository;

/** The business rules: which are in force, whether others would do, and what they say. */
@Controller("/api/v1/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "rules")
@SecurityRequirement(name = "token")
final class RulesController {

  private final RuleShelf shelf;
  private final RuleFolder folder;
  private final PageRepository lists;
  private final RuleNodeRepository nodes;

  RulesController(
      RuleShelf shelf, RuleFolder folder, PageRepository lists, RuleNodeRepository nodes) {
    this.shelf = shelf;
    this.folder = folder;
    this.lists = lists;
    this.nodes = nodes;
  }

  /**
   * Something that the author of a rule file has to mend, or as a note only to look at.
   *
   * @param file path under the folder; of a template, with its folder
   * @param sheet null for a file without sheets
   * @param cell such as B2; null where a line says more
   * @param line from 1; null where a cell says more
   * @param sentence what is wrong or odd
   * @param advice what to try
   */
  @Serdeable
  @Schema(name = "RuleProblem")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Wrong(
      String file,
      @Nullable String sheet,
      @Nullable String cell,
      @Nullable Integer line,
      String sentence,
      String advice) {

    static List<Wrong> of(List<Problem> problems) {
      return problems.stream()
          .map(
              it ->
                  new Wrong(
                      it.file(), it.sheet(), it.cell(), it.line(), it.sentence(), it.advice()))
          .toList();
    }
  }

  /**
   * The rules in force.
   *
   * @param hash names them; null while there have never been good ones
   * @param since when they came into force here
   * @param files paths under the folder
   * @param problems of the folder on disk, when it is not what is in force
   * @param notes what looks odd in the rules in force and may be meant
   * @param planned good rules that wait for their day; null for none
   * @param nodes who runs now, and with which rules
   */
  @Serdeable
  @Schema(name = "Rules")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record InForce(
      @Nullable String hash,
      @Nullable OffsetDateTime since,
      List<String> files,
      List<Wrong> problems,
      List<Wrong> notes,
      @Nullable Waiting planned,
      List<Node> nodes) {}

  /**
   * Rules that are not in force yet.
   *
   * @param from when they come into force, unless the folder changes before
   */
  @Serdeable
  @Schema(name = "PlannedRules")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Waiting(String hash, OffsetDateTime from, @Nullable String who, @Nullable String why) {}

  /**
   * A process of this service.
   *
   * @param hash of the rules in force there; null while there are none
   * @param seen when it was last heard of, by the clock of the database
   */
  @Serdeable
  @Schema(name = "RuleNode")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Node(String node, @Nullable String hash, OffsetDateTime seen) {}

  /**
   * What is wrong with a folder.
   *
   * @param ok whether it could come into force as it is
   * @param notes what looks odd and may be meant; none are looked for while there are problems
   */
  @Serdeable
  @Schema(name = "RuleCheck")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Checked(boolean ok, List<Wrong> problems, List<Wrong> notes) {

    static Checked of(Review review) {
      var problems = Wrong.of(review.problems());
      return new Checked(problems.isEmpty(), problems, Wrong.of(review.notes()));
    }
  }

  /** The rules in force, what looks odd in them, and what is wrong with the folder since. */
  @Get
  InForce rulesInForce() {
    var problems = Wrong.of(shelf.problems());
    var planned = shelf.planned().map(this::waiting).orElse(null);
    if (!shelf.isFilled()) {
      return new InForce(null, null, List.of(), problems, List.of(), planned, nodes());
    }
    var release = shelf.inForce();
    return new InForce(
        release.hash(),
        lists.time(release.since()),
        release.files(),
        problems,
        Wrong.of(release.notes()),
        planned,
        nodes());
  }

  private Waiting waiting(Planned planned) {
    var label = planned.release().label();
    return new Waiting(
        planned.release().hash(), lists.time(planned.from()), label.who(), label.why());
  }

  private List<Node> nodes() {
    return nodes.living(lists.tenant()).stream()
        .map(it -> new Node(it.node(), it.hash(), lists.time(it.seen())))
        .toList();
  }

  /**
   * Looks for mistakes; nothing comes into force.
   *
   * @param zip a packed folder of rules; without a body, the folder on disk is looked at
   */
  // Not the Nullable of JSpecify: on an array the server would not see it, and want a body.
  @Post("/check")
  @Consumes(MediaType.ALL)
  Checked checkRules(@io.micronaut.core.annotation.Nullable @Body byte[] zip) {
    return Checked.of(zip == null || zip.length == 0 ? folder.check() : check(zip, folder));
  }

  private static Review check(byte[] zip, RuleFolder folder) {
    try {
      return folder.check(RuleZip.read(zip));
    } catch (IOException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Asks the rules in force about made-up facts. Nothing is done or kept; same facts and same
   * rules, same answer.
   *
   * @param question facts by name: those that are not given are unknown. Without wish_action the
   *     wish is found as it is for a message
   */
  @Post("/decide")
  Answer decide(@Body Map<String, Object> question) {
    var release = release();
    if (!(question.get("facts") instanceof Map<?, ?> facts)) {
      throw Refusal.badRequest(
          "There are no facts. Maybe send {\"facts\":{\"sender_role\":\"customer\"}}.");
    }
    return Answer.of(release.decide(GivenFacts.read(release.vocabulary(), facts)));
  }

  private Release release() {
    if (!shelf.isFilled()) {
      throw new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE,
          "No rules are in force. Maybe look at GET /api/v1/rules.");
    }
    return shelf.inForce();
  }
}
