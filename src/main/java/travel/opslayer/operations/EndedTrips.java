package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Sql;
import travel.opslayer.operations.Noticeboard.Notice;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.trip.FeedbackRepository;
import travel.opslayer.trip.FeedbackRepository.Unasked;
import travel.opslayer.worker.Worker;

/**
 * Notices that a trip is over, whoever has ended it, and says so to the inbox: once for each party,
 * in the lane of who booked. Said twice, after a restart or by two nodes, it is the same event.
 */
@Singleton
public final class EndedTrips implements Worker {

  /** Nobody is asked about what is longer ago, such as trips that were planned by hand. */
  private static final Duration SINCE = Duration.ofDays(3);

  private final FeedbackRepository feedback;
  private final Conversations conversations;
  private final Noticeboard board;
  private final NearTrips.Office office;

  EndedTrips(
      FeedbackRepository feedback,
      Conversations conversations,
      Noticeboard board,
      NearTrips.Office office) {
    this.feedback = feedback;
    this.conversations = conversations;
    this.board = board;
    this.office = office;
  }

  @Override
  public String name() {
    return "ended trips";
  }

  @Override
  public synchronized int runOnce() {
    return office.tenants().all().stream().mapToInt(this::tell).sum();
  }

  private int tell(Tenant tenant) {
    var now = office.clock().instant();
    var id = tenant.id();
    var notices =
        office
            .database()
            .read(
                id,
                sql ->
                    feedback.unasked(sql, id, now.minus(SINCE), now).stream()
                        .flatMap(it -> over(sql, id, it).stream())
                        .toList());
    notices.forEach(it -> board.say(id, it));
    return notices.size();
  }

  private Optional<Notice> over(Sql sql, int tenant, Unasked party) {
    var subject = party.trip() + '/' + party.booking();
    var key = "over %s %s".formatted(subject, party.endedAt());
    return board.isNew(tenant, key)
        ? conversations.byPerson(sql, tenant, List.of(party.person())).stream()
            .findFirst()
            .map(it -> new Notice(key, "trip_over", subject, party.endedAt(), it.lane()))
        : Optional.empty();
  }
}
