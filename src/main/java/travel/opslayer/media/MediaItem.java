package travel.opslayer.media;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has shown.
 *
 * @param code such as MD-7
 * @param person who sent it; null until the turn that it came with
 * @param message the message it came with
 * @param about what it is and who may see it
 * @param bytes what became of the bytes
 * @param consent does whoever it shows agree that we have it?
 * @param talk what was asked about it, and whether it may be published
 * @param deletedAt null while it is there
 */
public record MediaItem(
    UUID id,
    String code,
    @Nullable UUID person,
    UUID message,
    About about,
    Bytes bytes,
    Consent consent,
    Talk talk,
    @Nullable Instant deletedAt) {

  /** What it is until somebody has said so. */
  public static final String UNFILED = "unfiled";

  /** Its bytes can be seen. */
  public static final String AVAILABLE = "available";

  /** Its bytes cannot be kept. */
  public static final String REJECTED = "rejected";

  /**
   * What it is for.
   *
   * @param kind what it is: a word of the tables, such as id_document
   * @param purpose what it may be used for: a word of the tables, such as visa_letter
   * @param roles who may open it
   * @param subject code of what it belongs to, such as LD-305 or TRP123; null while there is
   *     nothing
   * @param keepUntil when it is deleted
   * @param album the turn that filed it together with others; null when it was filed alone
   */
  public record About(
      String kind,
      String purpose,
      List<String> roles,
      @Nullable String subject,
      Instant keepUntil,
      @Nullable UUID album) {

    public About {
      roles = List.copyOf(roles);
    }
  }

  /**
   * The file.
   *
   * @param shape image, video, audio or document
   * @param state received, downloaded, available, rejected or purged
   * @param reason why it is rejected; else null
   * @param looks what it looks like: a word of sort document; null when that is not known
   * @param told whether its sender knows that it cannot be kept
   * @param sameAs code of the same file, shown before; else null
   */
  public record Bytes(
      String shape,
      String state,
      @Nullable String reason,
      @Nullable String looks,
      boolean told,
      @Nullable String sameAs) {}

  /**
   * What is talked about.
   *
   * @param question what its sender was asked last and has not answered: what it is, or whose; null
   *     when nothing is asked
   * @param askedAt when; null without a question
   * @param publish none, asked, given, refused, withdrawn or blocked
   * @param scope all when others are in it, who agree; own when nobody else is; null until told
   */
  public record Talk(
      @Nullable String question,
      @Nullable Instant askedAt,
      String publish,
      @Nullable String scope) {}

  /** Does whoever it shows agree? */
  public enum Consent {
    /** It shows whoever sent it. */
    NOT_ASKED,
    ASKED,
    GIVEN,
    REFUSED
  }

  public String kind() {
    return about.kind();
  }

  public String purpose() {
    return about.purpose();
  }

  public List<String> roles() {
    return about.roles();
  }

  public @Nullable String subject() {
    return about.subject();
  }

  public Instant keepUntil() {
    return about.keepUntil();
  }

  /** Why it cannot be kept, while its sender does not know yet. */
  public @Nullable String untold() {
    return bytes.told() ? null : bytes.reason();
  }

  /**
   * May somebody with this role open it? While whoever it shows has not agreed nobody may, nor when
   * its time is over.
   */
  public boolean mayOpen(String role, Instant now) {
    return roles().contains(role)
        && deletedAt == null
        && now.isBefore(keepUntil())
        && (consent == Consent.NOT_ASKED || consent == Consent.GIVEN);
  }

  /** Never more than the code: what it shows is nobody's business. */
  @Override
  public String toString() {
    return code;
  }
}
