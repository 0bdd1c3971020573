package travel.opslayer.decision;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import travel.opslayer.decision.drools.DroolsReleaseMaker;

/**
 * Every service that a test starts reads the shipped rules; compiling them each time was half of
 * all the time that tests took. Same files and terms give the same outcome, so the processes of one
 * JVM share what the real maker made of them. What tests the maker itself makes its own.
 */
@Singleton
@Replaces(DroolsReleaseMaker.class)
final class SharedReleases implements ReleaseMaker {

  private static final int MOST = 12;

  private static final ReleaseMaker MAKER = new DroolsReleaseMaker();

  private static final Map<Asked, Outcome> MADE = new Newest();

  @Override
  public Outcome make(List<RuleFile> files, Terms terms, Instant since) {
    var asked = new Asked(FolderFiles.fingerprint(files), terms);
    synchronized (MADE) {
      return switch (MADE.computeIfAbsent(asked, it -> MAKER.make(files, terms, since))) {
        case Made(var release) -> new Made(release.since(since));
        case Refused refused -> refused;
      };
    }
  }

  private record Asked(String files, Terms terms) {}

  private static final class Newest extends LinkedHashMap<Asked, Outcome> {

    private Newest() {
      super(MOST, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Asked, Outcome> eldest) {
      return size() > MOST;
    }
  }
}
