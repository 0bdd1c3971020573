package travel.opslayer.trip;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on for longer than was planned.
 *
 * @param code such as OT-4
 * @param crew id of the {@link Duty}
 * @param person who asks
 * @param state considered, asked, approved, rejected, expired, dropped
 * @param minutes beyond what was agreed before; null while they only think of it
 * @param granted how many of them; null while nobody has agreed
 * @param why in their words; may be empty
 * @param version goes up with every change
 */
public record Overtime(
    UUID id,
    String code,
    String trip,
    UUID crew,
    UUID person,
    String state,
    @Nullable Integer minutes,
    @Nullable Integer granted,
    String why,
    int version) {

  public static final String CONSIDERED = "considered";
  public static final String ASKED = "asked";
  public static final String APPROVED = "approved";

  /** Never their words: this text may reach a log. */
  @Override
  public String toString() {
    return code;
  }
}
