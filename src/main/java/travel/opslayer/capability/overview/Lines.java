package travel.opslayer.capability.overview;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.reply.Money;
import travel.opslayer.reply.Reply;
import travel.opslayer.reply.ReplyWriter;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Quote;

/** The lines of lists: each is a text of its own, which staff can change. */
@Singleton
final class Lines {

  private final ReplyWriter writer;
  private final SaleTalk talk;
  private final BookingTalk bookings;

  Lines(ReplyWriter writer, SaleTalk talk, BookingTalk bookings) {
    this.writer = writer;
    this.talk = talk;
    this.bookings = bookings;
  }

  String write(ActionCall call, String text, ActionResult values) {
    var reply = new Reply(text, values.values(), "", null);
    return writer.write(reply, call.language()).content().text();
  }

  String offer(ActionCall call, Quote it) {
    var values =
        until(call, ActionResult.about(it.code()), it.validUntil())
            .with("quote", it.code())
            .with("state", it.stateAt(call.now()))
            .with("total", new Money(it.totalMinor(), it.currency()));
    return write(call, "overview/offer_line", values);
  }

  String booking(ActionCall call, Booking it) {
    var balance = bookings.balance(call, it);
    var owed = balance.priceMinor(it) - balance.keptMinor();
    var values =
        until(call, ActionResult.about(it.code()), it.heldUntil())
            .with("booking", it.code())
            .with("name", talk.contact(call, it.person()).map(Lines::name).orElse(null))
            .with("party", it.party())
            .with("state", it.stateAt(call.now()))
            .with("owed", owed > 0 ? new Money(owed, it.currency()) : null);
    return write(call, "overview/booking_line", values);
  }

  private static ActionResult until(ActionCall call, ActionResult result, Instant at) {
    var zone = call.desk().tenant().zone();
    return result
        .with("until", new Moment(at, zone))
        .with("untilDay", Days.word(at, call.now(), zone));
  }

  /** How long ago something was, in its largest unit: 3 d, 2 h, 5 min. */
  static String ago(ActionCall call, Instant at) {
    var since = Duration.between(at, call.now());
    if (since.toDays() > 0) {
      return since.toDays() + " d";
    }
    return since.toHours() > 0 ? since.toHours() + " h" : Math.max(0, since.toMinutes()) + " min";
  }

  static @Nullable String name(Contact contact) {
    return contact.person().firstName();
  }

  static @Nullable String joined(List<String> lines) {
    return lines.isEmpty() ? null : String.join("\n", lines);
  }

  static @Nullable Long some(long count) {
    return count > 0 ? count : null;
  }
}
