package travel.opslayer.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.inbox.Event;
import travel.opslayer.inbox.Event.Happening.Due;
import travel.opslayer.inbox.Event.Happening.Heard;
import travel.opslayer.message.Content;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.time.Ids;

/**
 * What is answered with one decision: a message, a burst of bubbles, or a timer.
 *
 * @param id of the first event, and the id of every command that it leads to
 * @param contact who wrote, or whose object the timer is about
 * @param events in order; messages, or one timer
 * @param now the time of the turn, the same for all its parts
 */
public record Turn(UUID id, Tenant tenant, Contact contact, List<Event> events, Instant now) {

  public Turn {
    events = List.copyOf(events);
  }

  /**
   * A timer that is due.
   *
   * @param subject the code of the object it was set for
   */
  public record Timer(String name, String subject) {}

  public Optional<Timer> timer() {
    return events.getFirst().happening() instanceof Due(var name, var subject)
        ? Optional.of(new Timer(name, subject))
        : Optional.empty();
  }

  public List<InboundEvent.Message> messages() {
    return events.stream()
        .map(Event::happening)
        .filter(Heard.class::isInstance)
        .map(it -> ((Heard) it).message())
        .toList();
  }

  /** The same, of somebody with several roles, in one of them. */
  public Turn as(String role) {
    return new Turn(id, tenant, contact.as(role), events, now);
  }

  /** A part of it that is decided by itself; its id is the same whenever the turn is taken. */
  public Turn part(int place) {
    return place == 0
        ? this
        : new Turn(Ids.from(id, "part " + place), tenant, contact, events, now);
  }

  /**
   * The same, of some of its bubbles.
   *
   * @param of their places in {@link #messages()}
   */
  public Turn part(int place, List<Integer> of) {
    return new Turn(part(place).id(), tenant, contact, of.stream().map(events::get).toList(), now);
  }

  /** The same, as if these words had come alone. */
  public Turn saying(int place, String words) {
    var first = events.getFirst();
    var it = first.message();
    var message =
        new InboundEvent.Message(
            it.id(), it.sender(), it.sentAt(), it.replyTo(), new Content.Text(words), it.extras());
    var event =
        new Event(
            first.id(),
            first.channel(),
            first.occurredAt(),
            first.receivedAt(),
            first.attempts(),
            new Heard(message));
    return new Turn(part(place).id(), tenant, contact, List.of(event), now);
  }

  /** The same, which was typed and stands for this choice. */
  public Turn asTap(String choice) {
    return new Turn(
        id, tenant, contact, tapped(choice, events.getFirst().message().replyTo()), now);
  }

  /** The same, as if this choice had been tapped instead: for what would come of a tap. */
  public Turn tapping(String place, String choice) {
    return new Turn(Ids.from(id, "tap " + place), tenant, contact, tapped(choice, null), now);
  }

  private List<Event> tapped(String choice, @Nullable String replyTo) {
    var first = events.getFirst();
    var it = first.message();
    var message =
        new InboundEvent.Message(
            it.id(),
            it.sender(),
            it.sentAt(),
            replyTo,
            new Content.Tap(Content.Tap.Choice.LIST, choice, ""));
    return List.of(
        new Event(
            first.id(),
            first.channel(),
            first.occurredAt(),
            first.receivedAt(),
            first.attempts(),
            new Heard(message)));
  }

  public List<UUID> eventIds() {
    return events.stream().map(Event::id).toList();
  }

  /** When the first of it happened, by the provider's clock. */
  public Instant happenedAt() {
    return events.stream().map(Event::occurredAt).min(Instant::compareTo).orElse(now);
  }

  /** The words to understand, bubble by bubble. */
  public List<String> bubbles() {
    return messages().stream().map(it -> it.content().words()).filter(it -> !it.isBlank()).toList();
  }

  /** The choice that was tapped, when the turn is a tap. */
  public Optional<Content.Tap> tap() {
    return messages().stream()
        .map(InboundEvent.Message::content)
        .filter(Content.Tap.class::isInstance)
        .map(Content.Tap.class::cast)
        .findFirst();
  }

  /** The provider's id of the message that is quoted, or reacted to. */
  public Optional<String> quoted() {
    return messages().stream()
        .map(it -> it.content() instanceof Content.Reaction to ? to.target() : it.replyTo())
        .filter(it -> it != null && !it.isBlank())
        .findFirst();
  }
}
