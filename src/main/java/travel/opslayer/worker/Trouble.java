package travel.opslayer.worker;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure as a log may have it: kind and places, never a message, which may hold words. */
public record Trouble(Throwable failure) {

  private static final int FRAMES = 20;

  /** The last cause and its place. */
  public String brief() {
    var root = causes().reduce((first, second) -> second).orElse(failure);
    var at = root.getStackTrace().length == 0 ? "" : " at " + root.getStackTrace()[0];
    return root.getClass().getSimpleName() + at;
  }

  /** All causes, each with the way that led to it. */
  public String full() {
    return causes().map(Trouble::way).collect(Collectors.joining(", caused by "));
  }

  private static String way(Throwable it) {
    return Arrays.stream(it.getStackTrace())
        .limit(FRAMES)
        .map(frame -> "\n  at " + frame)
        .collect(Collectors.joining("", it.getClass().getName(), ""));
  }

  private Stream<Throwable> causes() {
    return Stream.<Throwable>iterate(failure, it -> it != null, Trouble::cause).limit(FRAMES);
  }

  private static @Nullable Throwable cause(Throwable it) {
    return it.getCause() == it ? null : it.getCause();
  }

  /** Never the failure's own words. */
  @Override
  public String toString() {
    return brief();
  }
}
