package travel.opslayer.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to be sent, when the turn that decided it is committed.
 *
 * @param message id of its row in whatsapp_messages
 * @param at of that row
 * @param category answer: to what the person wrote themselves; service; alarm: for a colleague, by
 *     any way; marketing
 */
public record Draft(
    UUID message, Instant at, String channel, UUID conversation, UUID person, String category) {}
