package travel.opslayer.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import travel.opslayer.inbox.Event;
import travel.opslayer.message.Content;
import travel.opslayer.message.Content.Media.Type;
import travel.opslayer.message.InboundEvent;

/**
 * Finds the events of the next turn: people type one request in several bubbles, and each of them
 * alone makes no sense.
 *
 * @param window how long after the last bubble the request is complete
 * @param greeting the same when all that came only greets: what they want is still to come
 * @param album the same when the last that came is a picture or a video
 * @param greets does this text only greet?
 * @param keyword is this text complete by itself, whatever else may follow?
 * @param trouble does this text tell of trouble? Who goes on writing is not waited for then
 * @param late how news from the valley are waited for; null where it was not silent before
 */
record Bursts(
    Duration window,
    Duration greeting,
    Duration album,
    Predicate<String> greets,
    Predicate<String> keyword,
    Predicate<String> trouble,
    Pace.@Nullable Late late) {

  /** Nobody who is in the middle of a request pauses for longer. */
  private static final Duration APART = Duration.ofMinutes(1);

  Bursts(
      Duration window,
      Duration greeting,
      Duration album,
      Predicate<String> greets,
      Predicate<String> keyword,
      Predicate<String> trouble) {
    this(window, greeting, album, greets, keyword, trouble, null);
  }

  /** The same after a long silence. */
  Bursts after(Pace.Late silence) {
    return new Bursts(window, greeting, album, greets, keyword, trouble, silence);
  }

  /** What to do with a lane now. */
  sealed interface Next {

    /** These events are one turn. */
    record Ready(List<Event> events) implements Next {}

    /** More bubbles may come until then. */
    record Wait(Instant until) implements Next {}
  }

  /**
   * @param events waiting, in order; at least one
   */
  Next next(List<Event> events, Instant now) {
    var cry = events.stream().filter(Distress::isIn).findFirst();
    if (cry.isPresent()) {
      return new Next.Ready(List.of(cry.get())); // before all that came earlier, and alone
    }
    if (late != null && events.stream().noneMatch(Event::isSuspect)) {
      return late(late, events, now);
    }
    if (events.getFirst().isSuspect() || !joins(events.getFirst())) {
      return new Next.Ready(events.subList(0, 1));
    }
    var end = 1;
    while (end < events.size()
        && joins(events.get(end))
        && isNear(events.get(end - 1), events.get(end))) {
      end++;
    }
    var bubbles = events.subList(0, end);
    var complete = end < events.size() ? now : complete(bubbles);
    return complete.isAfter(now) ? new Next.Wait(complete) : new Next.Ready(bubbles);
  }

  /** All that tells something is one; a tap, or an answer to us, does not wait for it. */
  private Next late(Pace.Late how, List<Event> events, Instant now) {
    var apart = events.stream().filter(it -> !tells(it)).findFirst();
    if (apart.isPresent()) {
      return new Next.Ready(List.of(apart.get()));
    }
    var complete = how.complete(events);
    return complete.isAfter(now) ? new Next.Wait(complete) : new Next.Ready(events);
  }

  /** Does it tell something, as texts and media do that quote nothing? */
  static boolean tells(Event event) {
    return event.happening() instanceof Event.Happening.Heard(var message)
        && !quotes(message)
        && (message.content() instanceof Content.Text
            || message.content() instanceof Content.Media
            || message.content() instanceof Content.Place);
  }

  /** What was held back comes together, and was not written as one. */
  private static boolean isNear(Event one, Event other) {
    return Duration.between(one.occurredAt(), other.occurredAt()).abs().compareTo(APART) <= 0;
  }

  private Instant complete(List<Event> bubbles) {
    var usual = lastReceived(bubbles).plus(window(bubbles));
    return bubbles.stream()
        .filter(it -> it.receivedAt().plus(window).isBefore(usual))
        .filter(it -> trouble.test(it.message().content().words()))
        .map(it -> it.receivedAt().plus(window))
        .min(Instant::compareTo)
        .orElse(usual);
  }

  private Duration window(List<Event> bubbles) {
    if (isOfAnAlbum(bubbles.getLast().message().content())) {
      return album;
    }
    return bubbles.stream().allMatch(it -> onlyGreets(it.message().content())) ? greeting : window;
  }

  private static boolean isOfAnAlbum(Content content) {
    return content instanceof Content.Media media
        && (media.type() == Type.IMAGE || media.type() == Type.VIDEO);
  }

  private boolean onlyGreets(Content content) {
    return content instanceof Content.Text(var body) && greets.test(body);
  }

  private static Instant lastReceived(List<Event> bubbles) {
    return bubbles.stream().map(Event::receivedAt).max(Instant::compareTo).orElseThrow();
  }

  /** Texts and media that quote nothing may be parts of something longer; nothing else is. */
  private boolean joins(Event event) {
    if (!(event.happening() instanceof Event.Happening.Heard(var message)) || quotes(message)) {
      return false;
    }
    return switch (message.content()) {
      case Content.Text(var body) -> !keyword.test(body);
      case Content.Media ignored -> true;
      case Content.Place ignored -> true;
      case Content.Tap ignored -> false;
      case Content.Reaction ignored -> false;
      case Content.Other ignored -> false;
    };
  }

  private static boolean quotes(InboundEvent.Message message) {
    return message.replyTo() != null;
  }
}
