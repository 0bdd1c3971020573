package travel.opslayer.capability.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.TripOfSender;
import travel.opslayer.sale.SaleTalk;

/** Which trip something was shown on: the one that is named, else the one its sender is on. */
@Singleton
final class MediaTrips {

  private static final String CODE = "TRP";

  private final TripOfSender trips;
  private final SaleTalk talk;

  MediaTrips(TripOfSender trips, SaleTalk talk) {
    this.trips = trips;
    this.talk = talk;
  }

  Optional<String> of(ActionCall call) {
    var asked = call.asked();
    return asked.understanding().codes().stream()
        .filter(it -> it.startsWith(CODE))
        .findFirst()
        .or(() -> Optional.ofNullable(asked.subject()).filter(it -> it.startsWith(CODE)))
        .or(() -> trips.trip(call.sql(), call.tenant(), call.person().id(), call.now()));
  }

  /** The end of a trip, or of a departure, where one is known. */
  Optional<Instant> ends(ActionCall call, @Nullable String code) {
    return Optional.ofNullable(code)
        .flatMap(it -> talk.departure(call, it))
        .map(it -> it.endsOn().plusDays(1).atStartOfDay(call.desk().tenant().zone()).toInstant());
  }

  /** The trip that something belongs to; null when it belongs to none, or to a lead. */
  static @Nullable String trip(MediaItem item) {
    var subject = item.subject();
    return subject != null && subject.startsWith(CODE) ? subject : null;
  }
}
