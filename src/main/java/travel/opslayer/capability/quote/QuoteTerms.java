package travel.opslayer.capability.quote;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.TermSource;

/** The words of quotes. */
@Singleton
final class QuoteTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("quote_ends");
  }

  /** The manager whom rules name to approve. */
  @Override
  public List<String> audiences() {
    return List.of("approver");
  }

  /** What moves; then how long it holds, what is paid at once, and how much less is allowed. */
  @Override
  public List<String> names() {
    return List.of(
        "quote",
        "lead",
        "valid_for",
        "deposit",
        "discount_limit",
        "approver",
        "quorum",
        "answer_within");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(QuoteFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
