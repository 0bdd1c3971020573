package travel.opslayer.capability.late;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/** What other phones of a trip say of the same hours: which of them is right, people find out. */
@Singleton
final class OtherPhones {

  private static final Set<String> COUNTS = Set.of("report", "headcount");

  /** Later they may be fewer, and nobody contradicts anybody. */
  private static final Duration SAME = Duration.ofHours(2);

  private final HappeningRepository happenings;
  private final Conversations conversations;

  OtherPhones(HappeningRepository happenings, Conversations conversations) {
    this.happenings = happenings;
    this.conversations = conversations;
  }

  /** Such as: Dawa 8 (06:35); null when nobody counted otherwise. */
  @Nullable String otherwise(ActionCall call, Trip trip, List<Line> reports) {
    var counted = reports.stream().filter(it -> it.number() != null).toList();
    if (counted.isEmpty()) {
      return null;
    }
    var others =
        happenings.of(call.sql(), call.tenant(), trip.code()).stream()
            .filter(it -> COUNTS.contains(it.kind()) && it.withdrawn() == null)
            .filter(it -> it.person() != null && !call.person().id().equals(it.person()))
            .filter(it -> counted.stream().anyMatch(report -> contradicts(report, it)))
            .map(it -> said(call, trip, it))
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? null : others;
  }

  private static boolean contradicts(Line report, Happening it) {
    var apart = Duration.between(it.happenedAt(), report.at()).abs();
    return it.number() != null
        && !it.number().equals(report.number())
        && apart.compareTo(SAME) <= 0;
  }

  private String said(ActionCall call, Trip trip, Happening it) {
    return "%s %d (%tR)"
        .formatted(name(call, it.person()), it.number(), it.happenedAt().atZone(trip.zone()));
  }

  private String name(ActionCall call, @Nullable UUID person) {
    return person == null
        ? "?"
        : conversations.byPerson(call.sql(), call.tenant(), List.of(person)).stream()
            .map(it -> String.valueOf(it.person().firstName()))
            .findFirst()
            .orElse("?");
  }
}
