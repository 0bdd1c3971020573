package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
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
  private final NearTrips.Office office;
  private final Set<String> told = new HashSet<>();

  EndedTrips(FeedbackRepository feedback, Conversations conversations, NearTrips.Office office) {
    this.feedback = feedback;
    this.conversations = conversations;
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
    var parties =
        office
            .database()
            .read(tenant.id(), sql -> feedback.unasked(sql, tenant.id(), now.minus(SINCE), now));
    return (int) parties.stream().filter(it -> tell(tenant, it)).count();
  }

  private boolean tell(Tenant tenant, Unasked party) {
    var subject = party.trip() + '/' + party.booking();
    if (!told.add("%d %s %s".formatted(tenant.id(), subject, party.endedAt()))) {
      return false;
    }
    var lane =
        office
            .database()
            .read(
                tenant.id(),
                sql -> conversations.byPerson(sql, tenant.id(), List.of(party.person())))
            .stream()
            .findFirst()
            .map(Contact::lane);
    lane.ifPresent(
        it ->
            office
                .inbox()
                .keepDue(
                    tenant.id(),
                    "trip_over",
                    subject,
                    party.endedAt(),
                    HexFormat.of().parseHex(it)));
    return lane.isPresent();
  }
}
