package travel.opslayer.capability.incident;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.incident.ReportFact.Category;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.PlanWords;
import travel.opslayer.message.Content;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** Where somebody is who writes: on which trip, as what, with how many guests. */
@Singleton
final class Surroundings {

  /** What goes wrong on the way to the first guest counts too, and bags are missed late. */
  private static final Duration BEFORE = Duration.ofHours(2);

  private static final Duration AFTER = Duration.ofHours(12);

  private final TripRepository trips;
  private final CrewRepository crew;
  private final GuestRepository guests;

  Surroundings(TripRepository trips, CrewRepository crew, GuestRepository guests) {
    this.trips = trips;
    this.crew = crew;
    this.guests = guests;
  }

  /**
   * A turn, and where its sender is.
   *
   * @param trip that they are on, or name; null when they name none and are on none, or several
   * @param on codes of all trips that they are on
   * @param parties of a guest
   * @param open how many incidents go on that they may mean
   */
  record Around(
      Asked asked,
      @Nullable Trip trip,
      List<String> on,
      boolean crew,
      List<GuestParty> parties,
      long aboard,
      long open) {

    @Nullable String code() {
      return trip == null ? null : trip.code();
    }

    boolean isOn(@Nullable String code) {
      return code != null && (code.equals(code()) || on.contains(code));
    }

    boolean isGuestOf(Incident it) {
      return parties.stream().anyMatch(party -> party.trip().equals(it.trip()));
    }

    /** Of several the one that is named, or those of their trips, or those that they look after. */
    boolean concerns(Incident it, @Nullable String subject) {
      if (subject != null && subject.startsWith("TRP")) {
        return subject.equals(it.trip());
      }
      var person = asked.turn().contact().person();
      return subject == null
          && (isOn(it.trip())
              || isGuestOf(it)
              || person.id().equals(it.owner())
              || person.id().equals(it.reporter()));
    }

    /** The party or the duty that is spoken of: {@code BK-2041} of {@code INC-77/BK-2041}. */
    Optional<String> party(Incident it) {
      var subject = asked.subject();
      var slash = subject == null ? -1 : subject.indexOf('/');
      return subject != null && slash > 0
          ? Optional.of(subject.substring(slash + 1))
          : parties.stream()
              .filter(party -> party.trip().equals(it.trip()))
              .map(GuestParty::booking)
              .findFirst();
    }
  }

  List<Around> of(Sql sql, Desk desk, List<Asked> asked, List<Incident> current) {
    var tenant = desk.tenant().id();
    var duties = duties(sql, desk, asked);
    var parties = parties(sql, tenant, asked);
    var codes =
        Stream.of(
                asked.stream().map(Asked::subject).filter(it -> it != null),
                duties.values().stream().flatMap(List::stream).map(Duty::trip),
                parties.values().stream().flatMap(List::stream).map(GuestParty::trip),
                current.stream().map(Incident::trip).filter(it -> it != null))
            .flatMap(Function.identity())
            .distinct()
            .toList();
    var known =
        trips.byCodes(sql, tenant, codes).stream().collect(toMap(Trip::code, Function.identity()));
    var all = new ArrayList<Around>();
    for (var it : asked) {
      var person = it.turn().contact().person().id();
      var around =
          around(
              it,
              duties.getOrDefault(person, List.of()),
              parties.getOrDefault(person, List.of()),
              known);
      var open =
          current.stream()
              .filter(one -> one.isGoingOn() && around.concerns(one, it.subject()))
              .count();
      all.add(
          new Around(
              it,
              around.trip(),
              around.on(),
              around.crew(),
              around.parties(),
              around.trip() == null ? 0 : aboard(sql, tenant, around.trip()),
              open));
    }
    return all;
  }

  /** Of everybody who does not work for us. */
  private Map<UUID, List<GuestParty>> parties(Sql sql, int tenant, List<Asked> asked) {
    var parties = new HashMap<UUID, List<GuestParty>>();
    for (var it : asked) {
      var person = it.turn().contact().person();
      if (!person.isStaff() && it.turn().timer().isEmpty()) {
        parties.computeIfAbsent(person.id(), id -> guests.ofPerson(sql, tenant, id));
      }
    }
    return parties;
  }

  private Map<UUID, List<Duty>> duties(Sql sql, Desk desk, List<Asked> asked) {
    var staff =
        asked.stream()
            .filter(it -> it.turn().timer().isEmpty())
            .map(it -> it.turn().contact().person())
            .filter(it -> it.isStaff())
            .map(it -> it.id())
            .distinct()
            .toList();
    var from = desk.now().minus(AFTER);
    return crew.of(sql, desk.tenant().id(), staff, from, desk.now().plus(BEFORE)).stream()
        .filter(it -> it.isTheirs() || it.state().equals(Duty.CHECKED_OUT))
        .collect(groupingBy(Duty::person));
  }

  private static Around around(
      Asked asked, List<Duty> duties, List<GuestParty> parties, Map<String, Trip> known) {
    var on =
        Stream.concat(
                duties.stream().map(Duty::trip),
                parties.stream()
                    .map(GuestParty::trip)
                    .filter(it -> known.get(it) != null && isUnderWay(known.get(it))))
            .distinct()
            .filter(known::containsKey)
            .toList();
    var subject = asked.subject();
    var named = subject == null ? null : known.get(subject);
    var staff = asked.turn().contact().person().isStaff();
    var trip = named != null && (staff || on.contains(named.code())) ? named : only(on, known);
    var crew = trip != null && duties.stream().anyMatch(it -> it.trip().equals(trip.code()));
    return new Around(asked, trip, on, crew || trip == null && !duties.isEmpty(), parties, 0, 0);
  }

  /** The only one; of several the only one that is under way. */
  private static @Nullable Trip only(List<String> on, Map<String, Trip> known) {
    var all = on.stream().map(known::get).toList();
    var underWay = all.stream().filter(Surroundings::isUnderWay).toList();
    var meant = underWay.size() == 1 ? underWay : all;
    return meant.size() == 1 ? meant.getFirst() : null;
  }

  private static boolean isUnderWay(@Nullable Trip it) {
    return it != null && it.state().equals(Trip.IN_PROGRESS);
  }

  /** Those who have come, where somebody counted; else those who are expected. */
  private long aboard(Sql sql, int tenant, Trip trip) {
    if (!isUnderWay(trip)) {
      return 0;
    }
    var here = guests.of(sql, tenant, trip.code()).stream().mapToLong(GuestParty::here).sum();
    return here == 0 ? trip.guests() : here;
  }

  /** As what the colleague of a duty works. */
  Optional<String> member(Sql sql, int tenant, @Nullable String duty) {
    return duty == null || !duty.startsWith("AS-")
        ? Optional.empty()
        : crew.byCode(sql, tenant, duty).map(Duty::role);
  }

  /** The worst that the words say, or what was tapped. */
  static @Nullable Category category(Asked asked) {
    var tapped =
        asked.turn().tap().map(Content.Tap::id).filter(it -> it.startsWith("report_incident:"));
    var said =
        tapped.map(it -> "issue_" + it.replaceFirst("^[^:]*:", "").replaceFirst("@.*", "")).stream()
            .toList();
    var notes = said.isEmpty() ? asked.understanding().notes() : said;
    return Stream.of(Category.values())
        .filter(it -> notes.contains("issue_" + it.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  static Optional<PlanWords> plan(Asked asked, Desk desk) {
    return PlanWords.of(
        String.join(" ", asked.turn().bubbles()), asked.turn().now(), desk.tenant().zone());
  }

  static boolean isWorried(Asked asked) {
    return asked.understanding().notes().contains("worried")
        || asked.turn().bubbles().stream().anyMatch(it -> it.matches("(?s).*([!?]{2}).*"));
  }

  static boolean isWordless(Asked asked) {
    return asked.turn().bubbles().isEmpty()
        && asked.turn().messages().stream()
            .map(it -> it.content())
            .anyMatch(it -> it instanceof Content.Media || it instanceof Content.Place);
  }

  static boolean isReaction(Asked asked) {
    return asked.turn().messages().stream()
        .anyMatch(
            it ->
                it.content() instanceof Content.Reaction(var ignored, var emoji)
                    && emoji != null
                    && !emoji.isBlank());
  }

  /** A whole number that staff have set; 0 where they have not. */
  static long number(Desk desk, String parameter) {
    return desk.parameters()
        .text(parameter)
        .map(it -> it.replaceAll("[^0-9]", ""))
        .filter(it -> it.matches("\\d{1,9}"))
        .map(Long::valueOf)
        .orElse(0L);
  }

  static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
