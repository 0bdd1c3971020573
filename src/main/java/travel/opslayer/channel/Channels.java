package travel.opslayer.channel;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Every line that this service answers. The first one belongs to the first tenant. */
@Singleton
public final class Channels {

  /** The tenant of the channel that the environment describes. */
  public static final int FIRST_TENANT = 1;

  private final List<Line> lines;

  Channels(List<Channel> channels) {
    lines = channels.stream().map(it -> new Line(FIRST_TENANT, it.provider(), it)).toList();
    if (lines.isEmpty()) {
      throw new IllegalStateException(
          "No channel is set up. Maybe WHATSAPP_PROVIDER is not meta or sandbox.");
    }
  }

  public Line first() {
    return lines.getFirst();
  }

  /** Those of one tenant. */
  public List<Line> of(int tenant) {
    return lines.stream().filter(it -> it.tenant() == tenant).toList();
  }

  public Optional<Line> named(String name) {
    return lines.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  public Line of(String name) {
    return named(name)
        .orElseThrow(() -> new IllegalStateException("The channel (%s) is gone.".formatted(name)));
  }
}
