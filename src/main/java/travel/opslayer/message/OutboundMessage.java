package travel.opslayer.message;

import java.util.UUID;

/**
 * One message on its way out.
 *
 * @param id ours; the provider gets it along and sends it back with every status
 */
public record OutboundMessage(UUID id, Alias to, OutboundContent content) {}
