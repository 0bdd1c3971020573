package travel.opslayer.capability.quote;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.Names;
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
  public Names names() {
    return Names.of("quote", "lead", "approver")
        .lengths("valid_for", "answer_within")
        .shares("deposit", "discount_limit")
        .counts("quorum");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(QuoteFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
