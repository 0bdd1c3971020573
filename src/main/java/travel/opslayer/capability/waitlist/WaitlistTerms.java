package travel.opslayer.capability.waitlist;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.OneOf;
import travel.opslayer.decision.TermSource;

/** The words of waiting lists. */
@Singleton
final class WaitlistTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("seats_freed", "offer_ends", "auto_accept");
  }

  /** How long an offer stands, and what happens to who is too many: skip or wait. */
  @Override
  public Names names() {
    return Names.NONE.lengths("offer_for").with(new OneOf(List.of("skip", "wait")), "fit");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(WaitlistFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
