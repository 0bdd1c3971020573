package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import travel.opslayer.decision.RuleZip;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.decision.rows.Shadow;

/** A draft that is asked about every message beside the rules in force. Nothing comes of it. */
@Controller("/api/v1/rules/shadow")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "rules")
@SecurityRequirement(name = "token")
final class ShadowController {

  private final PageRepository lists;
  private final PastReleases releases;
  private final Shadow shadow;
  private final InstantSource clock;

  ShadowController(
      PageRepository lists, PastReleases releases, Shadow shadow, InstantSource clock) {
    this.lists = lists;
    this.releases = releases;
    this.shadow = shadow;
    this.clock = clock;
  }

  /**
   * What a draft would have done so far.
   *
   * @param since when it began
   * @param decisions so many were taken since
   * @param different so many it would have taken otherwise
   * @param failed so often it could not be asked
   * @param changed the first 200 of them
   */
  @Serdeable
  @Schema(name = "Shadow")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Tried(
      OffsetDateTime since,
      int decisions,
      int different,
      int failed,
      List<ReplayController.Changed> changed) {}

  /**
   * Begins with a draft, and forgets the one before.
   *
   * @param zip a packed folder of rules
   */
  @Post
  @Consumes("application/zip")
  Tried beginShadow(@Body byte[] zip) {
    try {
      var draft = ReplayController.whole(releases.of("draft", RuleZip.read(zip)));
      shadow.begin(draft, clock.instant());
      return tried();
    } catch (IOException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  /** What it would have done so far. */
  @Get
  Tried shadowSoFar() {
    return tried();
  }

  /** Asks the draft no more. */
  @Delete
  @Status(HttpStatus.NO_CONTENT)
  void endShadow() {
    shadow.end();
  }

  private Tried tried() {
    var report =
        shadow
            .report()
            .orElseThrow(
                () ->
                    new Refusal(
                        HttpStatus.NOT_FOUND,
                        "No draft is tried. Maybe send a packed folder by POST."));
    var changed =
        report.changed().stream()
            .map(
                it ->
                    new ReplayController.Changed(
                        it.id(), Answer.of(it.before()), Answer.of(it.after())))
            .toList();
    return new Tried(
        lists.time(report.since()),
        report.decisions(),
        report.different(),
        report.failed(),
        changed);
  }
}
