package travel.opslayer.capability.late;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.late.Line.Kind;
import travel.opslayer.reply.Moment;
import travel.opslayer.trip.ContactWatch;
import travel.opslayer.trip.ContactWatchRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/**
 * All that came at once is done and answered at once: what has happened is written down as of then
 * and known as of now, what was asked and taken back is not asked, and nobody is looked for.
 */
@Singleton
final class TellNews implements ActionHandler {

  /** More would not be read. */
  private static final int MOST = 20;

  private static final int WORDS = 300;

  private final OwnTrip trips;
  private final HappeningRepository happenings;
  private final ContactWatchRepository watches;
  private final Troubles troubles;
  private final Nights nights;
  private final Album album;

  TellNews(
      OwnTrip trips,
      HappeningRepository happenings,
      ContactWatchRepository watches,
      Troubles troubles,
      Nights nights,
      Album album) {
    this.trips = trips;
    this.happenings = happenings;
    this.watches = watches;
    this.troubles = troubles;
    this.nights = nights;
    this.album = album;
  }

  @Override
  public String name() {
    return "late_news";
  }

  @Override
  public ActionResult run(ActionCall call) {
    return trips
        .of(call)
        .map(it -> told(call, it))
        .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("trip/not_on_it"));
  }

  private ActionResult told(ActionCall call, Trip trip) {
    var lines = Lines.of(call.asked(), trip, trips.guests(call, trip));
    for (var i = 0; i < lines.all().size(); i++) {
      keep(call, trip, lines.all().get(i), i);
    }
    var result = about(call, trip, lines);
    result = album.file(call, trip, result);
    result = watched(call, result);
    result = troubles.keep(call, trip, lines, result);
    return nights.told(call, trip, lines, result);
  }

  /** What does not happen, such as chat, is kept with its message alone. */
  private void keep(ActionCall call, Trip trip, Line it, int place) {
    if (it.kind() == Kind.OTHER
        || it.kind() == Kind.SOLVED
        || it.kind() == Kind.PHOTOS && !it.isTimed()) {
      return;
    }
    happenings.add(
        call.sql(),
        call.tenant(),
        new Happening(
            call.id("late " + place),
            trip.code(),
            kind(it),
            call.person().id(),
            it.number(),
            it.label().isEmpty() ? null : it.label(),
            it.at(),
            call.now(),
            it.trust(),
            it.message(),
            null,
            null));
  }

  private static String kind(Line it) {
    return switch (it.kind()) {
      case REPORT -> "report";
      case PHOTOS -> "photos";
      case TROUBLE -> "trouble";
      case NIGHT -> "night_asked";
      default -> "night_dropped";
    };
  }

  private ActionResult about(ActionCall call, Trip trip, Lines lines) {
    var happened =
        lines.all().stream()
            .filter(it -> isShown(it, lines))
            .sorted(Comparator.comparing(Line::at))
            .toList();
    var report =
        lines.of(Kind.REPORT).stream().reduce((first, last) -> last.isDoubtful() ? first : last);
    return ActionResult.about(trip.code())
        .with("trip", trip.code())
        .with("writer", call.person().firstName())
        .with("reports", some(lines.of(Kind.REPORT).size() + lines.of(Kind.TROUBLE).size()))
        .with("requests", some(lines.of(Kind.NIGHT).isEmpty() ? 0 : 1))
        .with("list", blank(list(trip, happened)))
        .with("more", some(happened.size() - MOST))
        .with("well", report.map(Line::label).orElse(null))
        .with("wellAt", report.map(it -> new Moment(it.at(), trip.zone())).orElse(null))
        .with("wellClaimed", report.filter(Line::isTimed).map(it -> "yes").orElse(null))
        .with("missing", report.map(it -> missing(trip, it)).orElse(null))
        .with("otherwise", trips.otherwise(call, trip, lines.of(Kind.REPORT)))
        .with("odd", blank(odd(trip, lines)))
        .with("others", blank(others(lines)))
        .noting("late_news", "%d messages came at once.".formatted(lines.all().size()));
  }

  /** Of pictures without a time one word is enough. */
  private static boolean isShown(Line it, Lines lines) {
    return switch (it.kind()) {
      case REPORT, TROUBLE -> true;
      case PHOTOS -> it.isTimed() || it.equals(onlyUntimed(lines));
      default -> false;
    };
  }

  private static @Nullable Line onlyUntimed(Lines lines) {
    var all = lines.of(Kind.PHOTOS);
    return all.stream().anyMatch(Line::isTimed) ? null : all.stream().findFirst().orElse(null);
  }

  private static String list(Trip trip, List<Line> happened) {
    return happened.stream()
        .limit(MOST)
        .map(it -> clock(trip, it) + " " + it.label() + (it.over() ? ", OK now" : ""))
        .collect(Collectors.joining(" · "));
  }

  /** How many of those who are on the list were not counted; null when nobody is missing. */
  private static @Nullable Integer missing(Trip trip, Line report) {
    var number = report.number();
    return number == null || number >= trip.guests() ? null : trip.guests();
  }

  private static String odd(Trip trip, Lines lines) {
    return lines.all().stream()
        .filter(Line::isDoubtful)
        .map(it -> clock(trip, it))
        .distinct()
        .limit(MOST)
        .collect(Collectors.joining(", "));
  }

  /** What nobody here understands, people read. */
  private static String others(Lines lines) {
    var all =
        lines.of(Kind.OTHER).stream()
            .map(it -> it.words().strip())
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" / "));
    var masked = all.replaceAll("\\+?\\d[\\d ()./-]{5,}\\d", "•••");
    return masked.length() > WORDS ? masked.substring(0, WORDS) + "…" : masked;
  }

  static String clock(Trip trip, Line it) {
    return "%tR".formatted(it.at().atZone(trip.zone()));
  }

  /** Whoever was sent to look is called back by those who sent them, and by nobody else. */
  private ActionResult watched(ActionCall call, ActionResult result) {
    var watch =
        call.fact("watch_code").flatMap(it -> watches.byCode(call.sql(), call.tenant(), it));
    var moved =
        watch.flatMap(
            it ->
                Moves.to(call, "watch")
                    .flatMap(
                        to -> watches.move(call.sql(), call.tenant(), it, to, null, call.now())));
    if (moved.isEmpty() || !moved.get().state().equals(ContactWatch.RUNNER_OUT)) {
      return result;
    }
    var code = moved.get().code();
    return result
        .with("runner", "yes")
        .choosingFor("operations", "call_runner_back", code, "Call runner back", "")
        .choosingFor("operations", "let_runner_go", code, "Let him go", "");
  }

  private static @Nullable Integer some(int count) {
    return count <= 0 ? null : count;
  }

  private static @Nullable String blank(String words) {
    return words.isBlank() ? null : words;
  }
}
