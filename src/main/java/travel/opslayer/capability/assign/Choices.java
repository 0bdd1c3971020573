package travel.opslayer.capability.assign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.capability.assign.CandidateRepository.Candidate;
import travel.opslayer.capability.assign.Ranking.Fit;
import travel.opslayer.capability.assign.Ranking.Ranked;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;

/** Who can be asked, to tap and to read. */
final class Choices {

  /** A list on a phone has ten rows. */
  private static final int ROWS = 9;

  private static final int HOUR = 60;

  private record Line(String action, String title, String reason) {}

  private final AssignTalk talk;
  private final ActionCall call;
  private final Trip trip;
  private final String role;
  private final List<Line> lines = new ArrayList<>();

  Choices(AssignTalk talk, ActionCall call, Trip trip, String role) {
    this.talk = talk;
    this.call = call;
    this.trip = trip;
    this.role = role;
  }

  /**
   * @param named whoever was asked for and cannot; null when nobody was
   */
  Choices among(List<Ranked> all, @Nullable Ranked named) {
    all.stream()
        .filter(it -> it.fit() == Fit.FREE)
        .forEach(it -> add("offer_job", it, title(it), reason(it)));
    all.stream().filter(it -> it.fit() == Fit.NEEDS_YES && !same(it, named)).forEach(this::lacking);
    if (named != null && named.fit() == Fit.NEEDS_YES) {
      override(named);
    }
    return this;
  }

  private static boolean same(Ranked one, @Nullable Ranked other) {
    return other != null && one.candidate().code().equals(other.candidate().code());
  }

  private void add(String action, Ranked it, String title, String reason) {
    var suffix = role.equals(Duty.LEAD) ? "" : "." + role;
    lines.add(new Line(action + ':' + it.candidate().code() + suffix, title, reason));
  }

  /** Mingma (lead, Spanish). */
  private String title(Ranked it) {
    var can = role.equals(Duty.LEAD) && it.candidate().isLicensed() ? Duty.LEAD : other();
    var speaks =
        talk.spoken(call, trip).keySet().stream()
            .filter(it.candidate().languages()::contains)
            .map(said -> ", " + AssignTalk.language(said))
            .collect(Collectors.joining());
    return "%s (%s%s)".formatted(talk.name(call, it.candidate().person()), can, speaks);
  }

  private String other() {
    return role.equals(Duty.LEAD) ? Duty.ASSISTANT : role;
  }

  private String reason(Ranked it) {
    Candidate one = it.candidate();
    var rest = it.fact().rest();
    var since = Duration.between(call.now(), trip.startsAt()).toMinutes();
    var rested = rest == null ? Math.max(since, 0) : rest;
    return "Rested %d h%s, %d %s this month"
        .formatted(
            rested / HOUR,
            one.knowsFirstAid() ? ", first aid ok" : "",
            one.trips(),
            one.trips() == 1 ? "trip" : "trips");
  }

  /** Who only needs more rest could start later; all else somebody has to allow. */
  private void lacking(Ranked it) {
    var later = Moments.later(it, trip);
    if (later != null) {
      var start = Moments.time(later, trip);
      add(
          "show_later",
          it,
          "%s, start %s".formatted(talk.name(call, it.candidate().person()), start),
          "Would rest %s if %s starts %s"
              .formatted(
                  AssignTalk.ruled(it).map(AssignTalk::hours).orElse(""), trip.code(), start));
    } else {
      add("ask_override", it, title(it), AssignTalk.lack(it) + ": needs " + role(it));
    }
  }

  private String role(Ranked it) {
    return it.decision().assigned("approver").orElse("manager");
  }

  private void override(Ranked it) {
    add(
        "ask_override",
        it,
        "Ask %s for %s"
            .formatted(talk.approver(call, it), talk.name(call, it.candidate().person())),
        "Exception from the rule: " + AssignTalk.lack(it).toLowerCase(Locale.ROOT));
  }

  ActionResult on(ActionResult result, String audience) {
    var told = result;
    for (var it : lines.stream().limit(ROWS).toList()) {
      told = told.choosingFor(audience, it.action(), trip.code(), it.title(), it.reason());
    }
    return told.with(
        "list",
        lines.isEmpty()
            ? null
            : lines.stream()
                .limit(ROWS)
                .map(it -> "%s: %s".formatted(it.title(), it.reason()))
                .collect(Collectors.joining("\n")));
  }
}
