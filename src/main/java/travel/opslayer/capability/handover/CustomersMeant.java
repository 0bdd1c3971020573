package travel.opslayer.capability.handover;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.conversation.Quotes.Quoted;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/** Which customer a notice to a colleague is about. */
@Singleton
final class CustomersMeant {

  private final HandoverRepository handovers;
  private final Leads leads;
  private final Bookings bookings;
  private final Quotes quotes;
  private final Conversations conversations;

  CustomersMeant(
      HandoverRepository handovers,
      Leads leads,
      Bookings bookings,
      Quotes quotes,
      Conversations conversations) {
    this.handovers = handovers;
    this.leads = leads;
    this.bookings = bookings;
    this.quotes = quotes;
    this.conversations = conversations;
  }

  /** By what the notice is about, else by whoever wrote what it tells of; never a colleague. */
  Optional<Contact> of(Sql sql, int tenant, @Nullable String subject, @Nullable Quoted quoted) {
    return Optional.ofNullable(subject)
        .flatMap(it -> owner(sql, tenant, it))
        .or(
            () ->
                Optional.ofNullable(quoted)
                    .flatMap(it -> handovers.personOf(sql, tenant, it.decision())))
        .flatMap(it -> conversations.byPerson(sql, tenant, List.of(it)).stream().findFirst())
        .filter(it -> !it.person().isStaff());
  }

  private Optional<UUID> owner(Sql sql, int tenant, String code) {
    return switch (code.replaceFirst("-.*", "")) {
      case "HO" -> handovers.byCode(sql, tenant, code).map(Handover::person);
      case "LD" -> leads.byCode(sql, tenant, code).map(Lead::person);
      case "BK" -> bookings.byCode(sql, tenant, code).map(Booking::person);
      case "Q" -> quotes.byCode(sql, tenant, code).stream().findFirst().map(Quote::person);
      default -> Optional.empty();
    };
  }
}
