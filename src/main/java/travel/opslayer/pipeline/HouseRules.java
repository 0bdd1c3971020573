package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Pace;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.facts.Parameters;
import travel.opslayer.facts.words.Lexicon;

/** The rules in force, with what is made of them once for each release. */
@Singleton
final class HouseRules {

  private static final Duration CUSTOMERS = Duration.ofSeconds(4);
  private static final Duration STAFF = Duration.ofSeconds(1);
  private static final Duration GREETING = Duration.ofSeconds(12);
  private static final Duration ALBUM = Duration.ofSeconds(8);

  /** Such as {@code issue_vehicle}: what it begins with is what went wrong on a trip. */
  private static final String TROUBLE = "issue_";

  private final RuleShelf shelf;
  private final AtomicReference<@Nullable House> made = new AtomicReference<>();

  HouseRules(RuleShelf shelf) {
    this.shelf = shelf;
  }

  /** A release, ready for work. */
  record House(Release release, Lexicon lexicon, Pace pace) {

    Parameters parameters() {
      return release.parameters();
    }
  }

  /** Empty while there have never been good rules. */
  Optional<House> ifInForce() {
    return shelf.isFilled() ? Optional.of(inForce()) : Optional.empty();
  }

  House inForce() {
    var release = shelf.inForce();
    var house = made.get();
    if (house == null || !house.release().hash().equals(release.hash())) {
      house = of(release);
      made.set(house);
    }
    return house;
  }

  private static House of(Release release) {
    var lexicon = Lexicon.of(release.phrases());
    var parameters = release.parameters();
    return new House(
        release,
        lexicon,
        new Pace(
            parameters.duration("P-BURST", CUSTOMERS),
            parameters.duration("P-BURST-STAFF", STAFF),
            parameters.duration("P-BURST-GREETING", GREETING),
            parameters.duration("P-BURST-ALBUM", ALBUM),
            parameters.late(),
            lexicon::onlyGreets,
            lexicon::isKeyword,
            text -> lexicon.notes(text).stream().anyMatch(it -> it.startsWith(TROUBLE))));
  }
}
