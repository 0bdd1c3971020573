package travel.opslayer.decision;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The release in force, and what is wrong with the folder since. A message takes the release once
 * and keeps it to its end, so a swap never meets a decision half-way.
 */
@Singleton
public final class RuleShelf {

  /** Both change together, so whoever reads sees a release and what belongs to it. */
  private volatile Content content = new Content(null, List.of(), null);

  private final List<ProblemSource> beside;

  /** With nothing to look at but the rules. */
  public RuleShelf() {
    this(List.of());
  }

  @Inject
  RuleShelf(List<ProblemSource> beside) {
    this.beside = List.copyOf(beside);
  }

  /** Throws {@link IllegalStateException} while there has never been a good one. */
  public Release inForce() {
    var now = content;
    if (now.release() == null) {
      throw new IllegalStateException(
          "No rules are in force, for the rule folder has never been without a problem (%s)."
                  .formatted(now.problems().isEmpty() ? "not read yet" : now.problems().getFirst())
              + " Maybe mend what POST /api/v1/rules/check names.");
    }
    return now.release();
  }

  /** Whether there is a release to ask; until then the service is not ready. */
  public boolean isFilled() {
    return content.release() != null;
  }

  /** Empty while the folders on disk, that of the texts too, are what is in force. */
  public List<Problem> problems() {
    return Stream.concat(
            content.problems().stream(), beside.stream().flatMap(it -> it.problems().stream()))
        .toList();
  }

  /** Good rules that wait for their day, if there are any. */
  public Optional<Planned> planned() {
    return Optional.ofNullable(content.planned());
  }

  /** From now on this one is asked. */
  public synchronized void put(Release release) {
    content = new Content(release, List.of(), content.planned());
  }

  /** The folder cannot be used as it is; what is in force stays. None: it is well again. */
  public synchronized void report(List<Problem> problems) {
    content = new Content(content.release(), List.copyOf(problems), content.planned());
  }

  /** Null: none waits any more. */
  synchronized void plan(@Nullable Planned planned) {
    content = new Content(content.release(), content.problems(), planned);
  }

  private record Content(
      @Nullable Release release, List<Problem> problems, @Nullable Planned planned) {}
}
