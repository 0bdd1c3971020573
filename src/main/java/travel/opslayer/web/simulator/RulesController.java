package travel.opslayer.web.simulator;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.decision.Planned;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.Rollback;
import travel.opslayer.decision.releases.Rollback.Outcome;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.decision.releases.RuleChangeRepository;

/** What authors of rules look at: those in force, what to mend or look at, and the way back. */
@Controller("/simulator/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class RulesController {

  private static final int MOST = 50;
  private static final String ACTOR = "simulator";

  private final Channels channels;
  private final RuleShelf shelf;
  private final RuleChangeRepository changes;
  private final Rollback rollback;

  RulesController(
      Channels channels, RuleShelf shelf, RuleChangeRepository changes, Rollback rollback) {
    this.channels = channels;
    this.shelf = shelf;
    this.changes = changes;
    this.rollback = rollback;
  }

  /** A problem or a note, with the place where it is. */
  @Serdeable
  record Spot(
      String file,
      @Nullable String sheet,
      @Nullable String cell,
      @Nullable Integer line,
      String sentence,
      String advice) {

    static List<Spot> of(List<Problem> problems) {
      return problems.stream()
          .map(
              it ->
                  new Spot(it.file(), it.sheet(), it.cell(), it.line(), it.sentence(), it.advice()))
          .toList();
    }
  }

  /**
   * Rules that came into force.
   *
   * @param decisions of the newest decisions then, so many were looked at
   * @param different so many of them would have been others
   */
  @Serdeable
  record Changed(
      String at,
      String release,
      String kind,
      String actor,
      @Nullable String why,
      int decisions,
      int different) {

    static Changed of(RuleChange change) {
      return new Changed(
          change.at().toString(),
          change.hash(),
          change.kind(),
          change.actor(),
          change.why(),
          change.tried().decisions(),
          change.tried().different());
    }
  }

  /** Good rules that wait for their day. */
  @Serdeable
  record Waiting(String release, String from, @Nullable String who, @Nullable String why) {

    static Waiting of(Planned planned) {
      var label = planned.release().label();
      return new Waiting(
          planned.release().hash(), planned.from().toString(), label.who(), label.why());
    }
  }

  /**
   * The rules and their history.
   *
   * @param hash of those in force; null while there have never been good ones
   * @param problems of the folder, when it is not what is in force
   * @param notes what looks odd in the rules in force and may be meant
   * @param planned good rules that wait for their day; null for none
   * @param history the newest first
   */
  @Serdeable
  record Shown(
      @Nullable String hash,
      @Nullable String since,
      List<Spot> problems,
      List<Spot> notes,
      @Nullable Waiting planned,
      List<Changed> history) {}

  /** Where to go back to, and why. */
  @Serdeable
  record Wish(@Nullable String release, @Nullable String why) {}

  @Get
  Shown rules() {
    var release = shelf.isFilled() ? shelf.inForce() : null;
    return new Shown(
        release == null ? null : release.hash(),
        release == null ? null : release.since().toString(),
        Spot.of(shelf.problems()),
        release == null ? List.of() : Spot.of(release.notes()),
        shelf.planned().map(Waiting::of).orElse(null),
        changes.newest(channels.first().tenant(), MOST).stream().map(Changed::of).toList());
  }

  /** Brings earlier rules back into force at once; the folder stays as it is. */
  @Post("/rollback")
  HttpResponse<?> rollBack(@Body Wish wish) {
    var release = wish.release();
    var why = wish.why();
    if (release == null || why == null || why.isBlank()) {
      return refused(
          HttpStatus.BAD_REQUEST,
          "The rules or the reason are not named. Maybe say in a few words why you go back.");
    }
    return switch (rollback.to(channels.first().tenant(), release, ACTOR, why.strip())) {
      case Outcome.Done _ -> HttpResponse.ok(rules());
      case Outcome.Unknown _ ->
          refused(
              HttpStatus.NOT_FOUND,
              "There were never such rules here (%s). Maybe choose some of the history."
                  .formatted(release));
      case Outcome.Outdated(var problems) ->
          refused(
              HttpStatus.CONFLICT, "These rules name words that are gone. " + problems.getFirst());
    };
  }

  private static HttpResponse<?> refused(HttpStatus status, String sentence) {
    return travel.opslayer.web.sandbox.Problem.of(status, sentence);
  }
}
