package travel.opslayer.decision;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
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

  private static final Map<Asked, Outcome> MADE = Collections.synchronizedMap(new Newest());

  @Override
  public Outcome make(List<RuleFile> files, Terms terms, Instant since) {
    var asked = new Asked(FolderFiles.fingerprint(files), terms);
    var made = MADE.get(asked);
    if (made == null) {
      made = MAKER.make(files, terms, since); // two at once make two, which is no harm
      MADE.put(asked, made);
    }
    return made instanceof Made(var release) ? new Made(release.since(since)) : made;
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
