package travel.opslayer.capability.amend;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.approval.Approvals;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.reply.Moment;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/** What is said about a message that was changed or deleted; nothing of it is done by itself. */
@Factory
final class Changed {

  /** What it said first was done: the difference is told. */
  @Singleton
  ActionHandler tellDone(Telling telling) {
    return new Tell("tell_done", telling);
  }

  /** It was deleted, and what it said was done. */
  @Singleton
  ActionHandler tellKept(Telling telling) {
    return new Tell("tell_kept", telling);
  }

  /** A report was deleted: what it tells of stays open until somebody knows better. */
  @Singleton
  ActionHandler askFalseAlarm(Telling telling) {
    return ActionHandler.of(
        "ask_false_alarm",
        call -> {
          var incident = telling.original(call).map(Original::subject).orElse(null);
          return ActionResult.about(incident)
              .with("incident", incident)
              .with("name", call.person().firstName())
              .noting("report_deleted", "Whoever reported it has deleted their message.");
        });
  }

  /** More seats than are held: a new message is needed. */
  @Singleton
  ActionHandler tellMore(Telling telling) {
    return new Tell("tell_more", telling);
  }

  /** Fewer seats than are held: asked. */
  @Singleton
  ActionHandler askRelease(Telling telling) {
    return new Tell("ask_fewer", telling);
  }

  @Singleton
  ActionHandler keepSeats(Telling telling) {
    return new Tell("keep_seats", telling);
  }

  /** They do not want it any more, and it was not done. */
  @Singleton
  ActionHandler dropIntent(Telling telling) {
    return new Tell("drop_intent", telling);
  }

  /** So late that it only informs. */
  @Singleton
  ActionHandler noteLate(Telling telling) {
    return new Tell("note_late", telling);
  }

  /** What was tapped is the answer to words that they have changed since. */
  @Singleton
  ActionHandler tellStale(Telling telling) {
    return new Tell("tell_stale", telling);
  }

  /** It was changed before it came: what it says counts no more. */
  @Singleton
  ActionHandler noteOvertaken(Telling telling) {
    return new Tell("note_overtaken", telling);
  }

  /** A vote that was counted is not undone by an edit: whoever asked is told. */
  @Singleton
  ActionHandler changeVote(Telling telling, Approvals approvals) {
    return new Vote(telling, approvals);
  }

  /** What they showed and deleted is deleted here as well. */
  @Singleton
  ActionHandler eraseMedia(Telling telling, MediaShelf shelf) {
    return new Erase(telling, shelf);
  }

  /** What all can say. */
  @Singleton
  static final class Telling {

    private final OriginalRepository originals;
    private final Bookings bookings;
    private final BookingTalk talk;
    private final SaleTalk sale;

    Telling(OriginalRepository originals, Bookings bookings, BookingTalk talk, SaleTalk sale) {
      this.originals = originals;
      this.bookings = bookings;
      this.talk = talk;
      this.sale = sale;
    }

    Optional<Original> original(ActionCall call) {
      return AmendFacts.change(call.asked().turn())
          .flatMap(it -> it.changes())
          .flatMap(it -> originals.find(call.sql(), call.tenant(), call.asked().turn(), it));
    }

    ActionResult about(ActionCall call) {
      var original = original(call);
      var booking =
          AmendFacts.held(bookings, call.sql(), call.asked(), original.orElse(null), call.desk());
      var result =
          booking
              .map(it -> seats(call, it))
              .orElseGet(() -> ActionResult.about(original.map(Original::subject).orElse(null)));
      return original.map(it -> before(call, it, result)).orElse(result);
    }

    private ActionResult before(ActionCall call, Original original, ActionResult result) {
      var zone = call.desk().tenant().zone();
      return result
          .with("before", cut(originals.words(call.sql(), call.tenant(), original)))
          .with("after", cut(String.join(" ", call.asked().turn().bubbles())))
          .with("done", original.subject())
          .with("doneAt", original.doneAt() == null ? null : new Moment(original.doneAt(), zone));
    }

    private ActionResult seats(ActionCall call, Booking booking) {
      var said = call.asked().understanding().party();
      var free = sale.departure(call, booking.departure()).map(Departure::open).orElse(0);
      var result =
          talk.about(call, booking)
              .as(booking.version())
              .with("held", booking.party())
              .with("free", free);
      return said == null
          ? result
          : result
              .with("said", said)
              .with("fewer", said < booking.party() ? booking.party() - said : null)
              .with("further", said > booking.party() ? said - booking.party() : null);
    }

    private static @Nullable String cut(String words) {
      var most = 120;
      return words.isBlank()
          ? null
          : words.codePointCount(0, words.length()) <= most
              ? words
              : words.substring(0, words.offsetByCodePoints(0, most)) + "…";
    }
  }

  private record Tell(String name, Telling telling) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return telling.about(call);
    }
  }

  private record Vote(Telling telling, Approvals approvals) implements ActionHandler {

    @Override
    public String name() {
      return "change_vote";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var approval =
          telling
              .original(call)
              .map(Original::approval)
              .flatMap(it -> approvals.byCode(call.sql(), call.tenant(), it));
      var told = telling.about(call);
      return approval
          .map(
              it ->
                  ActionResult.about(it.code())
                      .with(told)
                      .telling("requester", it.requestedBy())
                      .with("approval", it.code())
                      .with("about", it.action())
                      .with("state", it.stateAt(call.now()))
                      .with("decider", call.person().firstName())
                      .noting("vote_changed", "Whoever agreed has changed their words since."))
          .orElse(told);
    }
  }

  private record Erase(Telling telling, MediaShelf shelf) implements ActionHandler {

    @Override
    public String name() {
      return "erase_media";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var items =
          telling.original(call).stream()
              .flatMap(
                  it -> shelf.ofMessages(call.sql(), call.tenant(), List.of(it.message())).stream())
              .filter(it -> it.deletedAt() == null)
              .toList();
      items.forEach(it -> shelf.delete(call.sql(), call.tenant(), it, call.now()));
      return items.isEmpty()
          ? telling.about(call)
          : ActionResult.about(items.getFirst().code())
              .with("media", items.getFirst().code())
              .noting("deleted", "Deleted by sender.");
    }
  }
}
