package travel.opslayer.capability.safety;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of lost phones and PINs. */
@Singleton
final class SafetyTerms implements TermSource {

  /** Whose phone it is. */
  @Override
  public List<String> audiences() {
    return List.of(Phones.OWNER);
  }

  /** What moves; how long a PIN counts, and how long none does after too many wrong ones. */
  @Override
  public Names names() {
    return Names.of(Phones.KIND).lengths("pin_good_for", "pin_block_for");
  }

  @Override
  public List<String> states() {
    return Stream.of(SafetyFact.Phone.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
