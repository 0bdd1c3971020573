package travel.opslayer.capability.amend;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody has changed or deleted.
 *
 * @param sentAt by the provider's clock
 * @param turn of the decision; null while there was none
 * @param acted was anything done because of it?
 * @param did the action that it led to; null when it led to none
 * @param doneAt when
 * @param subject the code of the object that it was done to
 * @param approval the code of the request for approval that was meant
 */
record Original(
    UUID message,
    Instant sentAt,
    @Nullable UUID turn,
    boolean acted,
    @Nullable String did,
    @Nullable Instant doneAt,
    @Nullable String subject,
    @Nullable String approval) {}
