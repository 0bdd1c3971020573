package travel.opslayer.media;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has shown. The bytes stay with the provider.
 *
 * @param code such as MD-7
 * @param person who sent it
 * @param message the message it came with
 * @param kind what it is: a word of the tables, such as id_document
 * @param purpose what it may be used for: a word of the tables, such as visa_letter
 * @param roles who may open it
 * @param subject code of what it belongs to, such as LD-305; null while there is nothing
 * @param keepUntil when it is deleted
 * @param deletedAt null while it is there
 */
public record MediaItem(
    UUID id,
    String code,
    UUID person,
    UUID message,
    String kind,
    String purpose,
    List<String> roles,
    @Nullable String subject,
    Instant keepUntil,
    Consent consent,
    @Nullable Instant deletedAt) {

  public MediaItem {
    roles = List.copyOf(roles);
  }

  /** Does whoever it shows agree? */
  public enum Consent {
    /** It shows whoever sent it. */
    NOT_ASKED,
    ASKED,
    GIVEN,
    REFUSED
  }

  /**
   * May somebody with this role open it? While whoever it shows has not agreed nobody may, nor when
   * its time is over.
   */
  public boolean mayOpen(String role, Instant now) {
    return roles.contains(role)
        && deletedAt == null
        && now.isBefore(keepUntil)
        && (consent == Consent.NOT_ASKED || consent == Consent.GIVEN);
  }
}
