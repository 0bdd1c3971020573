package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.releases.Rollback;
import travel.opslayer.decision.releases.Rollback.Outcome;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.decision.releases.RuleChangeRepository;

/** Which rules were in force when, and the way back to them. */
@Controller("/api/v1/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "rules")
@SecurityRequirement(name = "token")
final class RuleHistoryController {

  private static final int MOST = 200;
  private static final String CLIENT = "api";

  private final PageRepository lists;
  private final RuleChangeRepository changes;
  private final Rollback rollback;
  private final RuleFolder folder;

  RuleHistoryController(
      PageRepository lists, RuleChangeRepository changes, Rollback rollback, RuleFolder folder) {
    this.lists = lists;
    this.changes = changes;
    this.rollback = rollback;
    this.folder = folder;
  }

  /**
   * Rules that came into force.
   *
   * @param node where they were taken first
   * @param kind folder: somebody saved; rollback: somebody went back
   * @param actor who; folder when it is only known that the folder changed
   * @param why in their words; null when they did not say
   * @param decisions they were tried on so many of the newest decisions before
   * @param different so many of those would have been taken otherwise
   */
  @Serdeable
  @Schema(name = "RuleChange")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Changed(
      OffsetDateTime at,
      String node,
      String release,
      String kind,
      String actor,
      @Nullable String why,
      int decisions,
      int different) {}

  /** The newest changes first, 200 at most. */
  @Serdeable
  @Schema(name = "RuleHistory")
  record History(List<Changed> items) {}

  /**
   * Where to go back to.
   *
   * @param release hash of a release that was in force once
   * @param why in the words of whoever wants it
   */
  @Serdeable
  @Schema(name = "RollbackWish")
  record Wish(@Nullable String release, @Nullable String why) {}

  /** What came into force when, the newest first. */
  @Get("/history")
  History ruleHistory() {
    return new History(changes.newest(lists.tenant(), MOST).stream().map(this::changed).toList());
  }

  /**
   * Brings an earlier release back into force at once. The folder stays as it is, and is taken
   * again as soon as somebody saves another change.
   */
  @Post("/rollback")
  Changed rollBackRules(@Body Wish wish) {
    if (wish.release() == null || wish.release().isBlank()) {
      throw Refusal.badRequest(
          "There is no release. Maybe send {\"release\":\"...\",\"why\":\"...\"} with a hash of GET"
              + " /api/v1/rules/history.");
    }
    return switch (rollback.to(lists.tenant(), wish.release(), CLIENT, wish.why())) {
      case Outcome.Done _ -> changed(changes.newest(lists.tenant()).orElseThrow());
      case Outcome.Unknown _ -> throw Refusal.notFound("releases", wish.release());
      case Outcome.Outdated(var problems) ->
          throw new Refusal(
              HttpStatus.CONFLICT, "These rules name words that are gone: " + problems.getFirst());
    };
  }

  /**
   * Somebody has looked: the folder as it is now may hold far fewer rules than are in force. It is
   * taken with the next look, within seconds.
   */
  @Post("/confirm")
  @Status(HttpStatus.ACCEPTED)
  void confirmRules() {
    folder.confirm();
  }

  private Changed changed(RuleChange change) {
    return new Changed(
        lists.time(change.at()),
        change.node(),
        change.hash(),
        change.kind(),
        change.actor(),
        change.why(),
        change.tried().decisions(),
        change.tried().different());
  }
}
