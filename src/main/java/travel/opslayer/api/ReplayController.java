package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Database;
import travel.opslayer.decision.DecisionRepository;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.RuleZip;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.decision.rows.Replay;

/** What other rules would have decided on what really happened. Nothing is done or kept. */
@Controller("/api/v1/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "rules")
@SecurityRequirement(name = "token")
final class ReplayController {

  private static final int PAGE = 1_000;

  /** Told one by one; the others are counted. */
  private static final int MOST_CHANGED = 500;

  /** The name of the folder on disk, which may be not in force. */
  private static final String FOLDER = "folder";

  private static final int USUAL_DAYS = 90;

  /** Later than anything. */
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private final PageRepository lists;
  private final Database database;
  private final DecisionRepository decisions;
  private final PastReleases releases;
  private final RuleShelf shelf;
  private final RuleFolder folder;
  private final InstantSource clock;

  ReplayController(
      PageRepository lists,
      Database database,
      DecisionRepository decisions,
      PastReleases releases,
      RuleShelf shelf,
      RuleFolder folder,
      InstantSource clock) {
    this.lists = lists;
    this.database = database;
    this.decisions = decisions;
    this.releases = releases;
    this.shelf = shelf;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Which rules, and which period.
   *
   * @param release hash of a release that was in force once; folder for the folder on disk, in
   *     force or not; without it the rules in force
   * @param from the first moment, such as 2026-11-08T00:00:00+05:45; without it the beginning
   * @param to the moment after the last one; without it now
   */
  @Serdeable
  @Schema(name = "ReplayQuestion")
  record Question(@Nullable String release, @Nullable String from, @Nullable String to) {}

  /** A decision that would be another one. */
  @Serdeable
  @Schema(name = "ChangedDecision")
  record Changed(UUID decision, Answer before, Answer after) {}

  /**
   * What would be different.
   *
   * @param decisions so many were decided again
   * @param changed those that would be different, in the order of time, 500 at most
   * @param others so many more would be different
   * @param lost so many cannot be decided again, since the rules of then name words that are gone
   * @param kinds how many of each kind, such as 'ask_quote permitted -> refused'
   */
  @Serdeable
  @Schema(name = "Replay")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Replayed(
      int decisions, List<Changed> changed, int others, int lost, Map<String, Integer> kinds) {}

  /** A rule that did not fire. */
  @Serdeable
  @Schema(name = "IdleRule")
  record Idle(String rule, String source) {}

  /**
   * Rules that nothing needed.
   *
   * @param decisions so many were looked at; where there are few, it says little
   */
  @Serdeable
  @Schema(name = "UnusedRules")
  record Unused(int decisions, List<Idle> rules) {}

  /** Decides what was decided in a period once more, by other rules. */
  @Post("/replay")
  Replayed replayRules(@Body Question question) {
    var candidate = candidate(lists.tenant(), question.release());
    return replay(candidate, question.from(), question.to());
  }

  private Replayed replay(Release candidate, @Nullable String since, @Nullable String until) {
    var tenant = lists.tenant();
    var from = moment("from", since, Instant.EPOCH);
    var to = moment("to", until, END);
    var replay =
        new Replay(
            candidate,
            hash -> releases.find(tenant, hash).map(PastReleases.Past::release),
            MOST_CHANGED);
    DecisionRepository.Past last = null;
    for (var page = page(tenant, from, to, last);
        !page.isEmpty();
        page = page(tenant, from, to, last)) {
      page.forEach(it -> replay.add(new Replay.Taken(it.id(), it.release(), it.facts())));
      last = page.getLast();
    }
    return answer(replay);
  }

  /**
   * The same for rules that are in no folder yet.
   *
   * @param zip a packed folder of rules
   * @param from the first moment; without it the beginning
   * @param to the moment after the last one; without it now
   */
  @Post("/replay/draft")
  @Consumes("application/zip")
  Replayed replayDraft(
      @Body byte[] zip, @Nullable @QueryValue String from, @Nullable @QueryValue String to) {
    try {
      return replay(whole(releases.of("draft", RuleZip.read(zip))), from, to);
    } catch (IOException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Rules that no decision of the last days would need: each was decided once more, and these did
   * not fire.
   *
   * @param days 1 to 400, usually 90
   */
  @Get("/unused")
  Unused unusedRules(@Nullable @QueryValue String days) {
    var tenant = lists.tenant();
    var past = days == null ? USUAL_DAYS : days(days);
    var now = clock.instant();
    var release = candidate(tenant, null);
    var fired = new HashSet<String>();
    var decisions = 0;
    DecisionRepository.Past last = null;
    var from = now.minus(Duration.ofDays(past));
    for (var page = page(tenant, from, END, last);
        !page.isEmpty();
        page = page(tenant, from, END, last)) {
      for (var it : page) {
        Replay.again(release, it.facts()).hits().forEach(hit -> fired.add(hit.rule()));
        decisions++;
      }
      last = page.getLast();
    }
    return new Unused(decisions, unfired(tenant, release, fired));
  }

  private List<Idle> unfired(int tenant, Release release, Set<String> fired) {
    return releases.find(tenant, release.hash()).stream()
        .flatMap(it -> it.written().rules().stream())
        .filter(it -> !fired.contains(it.name()))
        .map(it -> new Idle(it.name(), it.origin().toString()))
        .toList();
  }

  private static int days(String typed) {
    if (!typed.matches("[1-9]\\d?|[1-3]\\d\\d|400")) {
      throw Refusal.badRequest(
          "days (%s) is not 1 to 400. Maybe 90.".formatted(Problems.cut(typed)));
    }
    return Integer.parseInt(typed);
  }

  private List<DecisionRepository.Past> page(
      int tenant, Instant from, Instant to, DecisionRepository.@Nullable Past last) {
    return database.read(tenant, sql -> decisions.between(sql, tenant, from, to, last, PAGE));
  }

  private static Replayed answer(Replay replay) {
    var kinds = new TreeMap<String, Integer>();
    for (var it : replay.changed()) {
      kinds.merge(kind(it), 1, Integer::sum);
    }
    var changed =
        replay.changed().stream()
            .map(it -> new Changed(it.id(), Answer.of(it.before()), Answer.of(it.after())))
            .toList();
    return new Replayed(replay.decisions(), changed, replay.others(), replay.lost(), kinds);
  }

  private static String kind(Replay.Changed changed) {
    var before = changed.before();
    var after = changed.after();
    if (!before.wish().equals(after.wish())) {
      return "wish %s -> %s".formatted(before.wish(), after.wish());
    }
    var was = DecisionRepository.outcome(before);
    var is = DecisionRepository.outcome(after);
    return was.equals(is)
        ? "%s says something else".formatted(before.wish())
        : "%s %s -> %s".formatted(before.wish(), was, is);
  }

  private Release candidate(int tenant, @Nullable String release) {
    if (release == null) {
      if (!shelf.isFilled()) {
        throw new Refusal(
            HttpStatus.SERVICE_UNAVAILABLE,
            "No rules are in force. Maybe look at GET /api/v1/rules.");
      }
      return shelf.inForce();
    }
    if (release.equals(FOLDER)) {
      return ofFolder();
    }
    return releases
        .find(tenant, release)
        .map(PastReleases.Past::release)
        .orElseThrow(() -> Refusal.notFound("releases", release));
  }

  private Release ofFolder() {
    return whole(releases.of(FOLDER, folder.files()));
  }

  static Release whole(PastReleases.Past past) {
    if (!past.written().problems().isEmpty()) {
      throw Refusal.badRequest(
          "These rules have problems, the first is: " + past.written().problems().getFirst());
    }
    return past.release();
  }

  private static Instant moment(String what, @Nullable String typed, Instant otherwise) {
    if (typed == null || typed.isBlank()) {
      return otherwise;
    }
    try {
      return OffsetDateTime.parse(typed).toInstant();
    } catch (DateTimeParseException e) {
      throw Refusal.badRequest(
          "%s (%s) is no moment. Maybe write it as 2026-11-08T09:00:00+05:45."
              .formatted(what, Problems.cut(typed)));
    }
  }
}
