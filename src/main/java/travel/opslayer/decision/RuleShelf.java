package travel.opslayer.decision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The release in force, and what is wrong with the folder since. A message takes the release once
 * and keeps it to its end, so a swap never meets a decision half-way.
 */
@Singleton
public final class RuleShelf {

  private final AtomicReference<Content> content =
      new AtomicReference<>(new Content(null, List.of()));

  /** Throws {@link IllegalStateException} while there has never been a good one. */
  public Release inForce() {
    var now = content.get();
    if (now.release() == null) {
      throw new IllegalStateException(
          "No rules are in force, for the rule folder has never been without a problem (%s)."
                  .formatted(now.problems().isEmpty() ? "not read yet" : now.problems().getFirst())
              + " Maybe run `rules check` and mend what it names.");
    }
    return now.release();
  }

  /** Whether there is a release to ask; until then the service is not ready. */
  public boolean isFilled() {
    return content.get().release() != null;
  }

  /** Empty while the folder on disk is what is in force. */
  public List<Problem> problems() {
    return content.get().problems();
  }

  /** From now on this one is asked. */
  public void put(Release release) {
    content.set(new Content(release, List.of()));
  }

  /** The folder cannot be used as it is; what is in force stays. None: it is well again. */
  public void report(List<Problem> problems) {
    var copy = List.copyOf(problems);
    content.updateAndGet(it -> new Content(it.release(), copy));
  }

  private record Content(@Nullable Release release, List<Problem> problems) {}
}
