package travel.opslayer.trip;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A night beyond the plan, as somebody of the crew asks for it.
 *
 * @param code such as XN-3
 * @param person who asks
 * @param state considered, asked, approved, rejected, expired, dropped
 * @param party for how many; null for all
 * @param place where; may be empty
 * @param version goes up with every change
 */
public record ExtraNight(
    UUID id,
    String code,
    String trip,
    UUID person,
    String state,
    int nights,
    @Nullable Integer party,
    String place,
    int version) {

  public static final String CONSIDERED = "considered";
  public static final String ASKED = "asked";

  /** Never where: this text may reach a log. */
  @Override
  public String toString() {
    return code;
  }
}
