package travel.opslayer.capability.late;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.late.LateFact.Category;
import travel.opslayer.capability.late.LateFact.Night;
import travel.opslayer.capability.late.LateFact.Trouble;
import travel.opslayer.capability.late.Line.Kind;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.words.Understanding;
import travel.opslayer.message.Content;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.Trip;

/** Late news, message by message, in the order in which they were written. */
record Lines(List<Line> all) {

  private static final String ISSUE = "issue_";
  private static final String AILMENT = "ailment_";
  private static final String PLACE = "place_";
  private static final Pattern BRACKETS = Pattern.compile("\\(([\\p{L} ]{2,30})\\)");
  private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)");

  Lines {
    all = List.copyOf(all);
  }

  /**
   * @param guests family names of those who travel
   */
  static Lines of(Asked asked, Trip trip, List<String> guests) {
    var turn = asked.turn();
    var each = asked.each().isEmpty() ? List.of(asked.understanding()) : asked.each();
    var lines = new ArrayList<Line>();
    var messages = turn.messages();
    for (var i = 0; i < Math.min(each.size(), messages.size()); i++) {
      var message = messages.get(i);
      var content = message.content();
      var sentAt = message.sentAt();
      lines.add(
          line(
              turn.eventIds().get(i),
              each.get(i),
              content,
              at(content.words(), sentAt == null ? turn.now() : sentAt, trip),
              guests));
    }
    return new Lines(bound(lines));
  }

  /** A moment, and how far it can be trusted. */
  record Claim(Instant at, String trust) {}

  /** What is over is the last trouble of which they have told before. */
  private static List<Line> bound(List<Line> lines) {
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).kind() == Kind.SOLVED) {
        for (var j = i - 1; j >= 0; j--) {
          if (lines.get(j).kind() == Kind.TROUBLE) {
            lines.set(j, lines.get(j).solved());
            break;
          }
        }
      }
    }
    return lines;
  }

  /** A time that is said is claimed; one that has not been, or was before the trip, is doubtful. */
  private static Claim at(String words, Instant sentAt, Trip trip) {
    var said = SaidClock.in(words).stream().findFirst();
    if (said.isEmpty()) {
      return new Claim(sentAt, Happening.SEEN);
    }
    var at = said.get().until(sentAt, trip.zone());
    return at == null
        ? new Claim(said.get().first(sentAt, trip.zone()), Happening.LOW)
        : new Claim(at, at.isBefore(trip.startsAt()) ? Happening.LOW : Happening.CLAIMED);
  }

  private static Line line(
      UUID id, Understanding words, Content content, Claim at, List<String> guests) {
    var said = content.words();
    var place = place(words.notes());
    var category = category(words.notes());
    if (category != null) {
      return new Line(
          Kind.TROUBLE,
          id,
          at.at(),
          at.trust(),
          words.heads().people(),
          null,
          trouble(words.notes(), category, name(said, guests)),
          category,
          words.notes().contains("solved"),
          said);
    }
    if (content instanceof Content.Media media && isPhoto(media.type())) {
      return line(Kind.PHOTOS, id, at, null, "photos" + after(place), said);
    }
    if (words.notes().contains("extra_night")) {
      var drops = words.wishes().contains("cancel") || words.notes().contains("night_off");
      return drops
          ? line(Kind.NO_NIGHT, id, at, null, "", said)
          : night(id, at, nights(said, words.party()), words.party(), place, said);
    }
    if (words.notes().contains("solved")) {
      return line(Kind.SOLVED, id, at, null, "", said);
    }
    return report(id, words, at, place, said);
  }

  private static boolean isPhoto(Content.Media.Type type) {
    return type == Content.Media.Type.IMAGE || type == Content.Media.Type.VIDEO;
  }

  private static Line report(UUID id, Understanding words, Claim at, String place, String said) {
    var heads = words.heads();
    var count = heads.here() == null ? heads.people() : heads.here();
    var well =
        words.notes().contains("safe")
            || words.courtesies().contains("ok")
            || words.courtesies().contains("yes");
    if (count == null && !heads.everybody() && !heads.arrived()) {
      return line(Kind.OTHER, id, at, null, "", said);
    }
    var who = count == null ? heads.everybody() ? "all" : "" : count.toString();
    var state = who.isEmpty() ? "arrived" : well ? who + " OK" : who + " there";
    return line(Kind.REPORT, id, at, count, place.isEmpty() ? state : place + " " + state, said);
  }

  private static Line line(
      Kind kind, UUID id, Claim at, @Nullable Integer number, String label, String words) {
    return new Line(kind, id, at.at(), at.trust(), number, null, label, null, false, words);
  }

  private static Line night(
      UUID id, Claim at, int nights, @Nullable Integer people, String place, String words) {
    return new Line(Kind.NIGHT, id, at.at(), at.trust(), nights, people, place, null, false, words);
  }

  private static @Nullable Category category(Set<String> notes) {
    return Stream.of(Category.values())
        .filter(it -> notes.contains(ISSUE + it.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(named(notes, AILMENT).isPresent() ? Category.HEALTH : null);
  }

  private static String trouble(Set<String> notes, Category category, String name) {
    var what =
        named(notes, AILMENT)
            .map(it -> it.replace('_', ' '))
            .orElseGet(
                () ->
                    category == Category.HEALTH
                        ? "unwell"
                        : category.name().toLowerCase(Locale.ROOT));
    return name.isEmpty() ? what : name + " " + what;
  }

  /** The family name of a guest; else what stands in brackets. */
  private static String name(String words, List<String> guests) {
    var lower = words.toLowerCase(Locale.ROOT);
    return guests.stream()
        .filter(
            it -> lower.matches("(?s).*(?<!\\p{L})" + Pattern.quote(small(it)) + "(?!\\p{L}).*"))
        .findFirst()
        .or(() -> BRACKETS.matcher(words).results().map(it -> it.group(1)).findFirst())
        .map(Lines::capitals)
        .orElse("");
  }

  /** "1 extra night for 2 pax": the first number, unless it is that of the people. */
  private static int nights(String words, @Nullable Integer party) {
    var all = NUMBERS.matcher(words).results().map(it -> Integer.valueOf(it.group(1))).toList();
    var first = all.isEmpty() ? 1 : all.getFirst();
    var people = all.size() == 1 && Objects.equals(party, first);
    return people || first == 0 ? 1 : first;
  }

  /** {@code Gorak Shep} of the note {@code place_gorak_shep}. */
  private static String place(Set<String> notes) {
    return named(notes, PLACE).map(it -> capitals(it.replace('_', ' '))).orElse("");
  }

  private static Optional<String> named(Set<String> notes, String sort) {
    return notes.stream()
        .filter(it -> it.startsWith(sort))
        .sorted()
        .map(it -> it.substring(sort.length()))
        .findFirst();
  }

  private static String after(String place) {
    return place.isEmpty() ? "" : " " + place;
  }

  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String capitals(String words) {
    return Stream.of(small(words.strip()).split("\\s+"))
        .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
        .collect(Collectors.joining(" "));
  }

  List<Line> of(Kind kind) {
    return all.stream().filter(it -> it.kind() == kind).toList();
  }

  boolean isDoubtful() {
    return all.stream().anyMatch(Line::isDoubtful);
  }

  /** What comes of all that is asked and taken back, in the order in which they wrote it. */
  @Nullable Night night() {
    var talk =
        all.stream().map(Line::kind).filter(it -> it == Kind.NIGHT || it == Kind.NO_NIGHT).toList();
    if (talk.isEmpty()) {
      return null;
    }
    var asks = talk.getLast() == Kind.NIGHT;
    if (!talk.contains(asks ? Kind.NO_NIGHT : Kind.NIGHT)) {
      return asks ? Night.ASKED : Night.CANCELLED;
    }
    return asks ? Night.UNCLEAR : Night.DROPPED;
  }

  @Nullable Trouble trouble() {
    var all = of(Kind.TROUBLE);
    return all.isEmpty() ? null : all.stream().allMatch(Line::over) ? Trouble.OVER : Trouble.OPEN;
  }

  /** The worst one. */
  @Nullable Category category() {
    return of(Kind.TROUBLE).stream()
        .map(Line::category)
        .filter(Objects::nonNull)
        .sorted()
        .findFirst()
        .orElse(null);
  }
}
