package travel.opslayer.channel;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import travel.opslayer.settings.SettingRefused;

/** Every line that this service answers. The first one belongs to the first tenant. */
@Singleton
public final class Channels {

  /** The tenant of the channel that the environment describes. */
  public static final int FIRST_TENANT = 1;

  private final List<Line> lines;

  Channels(List<Channel> channels) {
    lines =
        channels.stream()
            .sorted(Comparator.comparing(Channel::isLastResort))
            .map(it -> new Line(FIRST_TENANT, it.provider(), it))
            .toList();
    if (lines.isEmpty() || lines.getFirst().channel().isLastResort()) {
      throw new SettingRefused(
          "There is no channel for WHATSAPP_PROVIDER yet. Maybe meta or sandbox will do.");
    }
  }

  public Line first() {
    return lines.getFirst();
  }

  /** The lines of a tenant. */
  public List<Line> of(int tenant) {
    return lines.stream().filter(it -> it.tenant() == tenant).toList();
  }

  /** The line to try when this one does not take an alarm; empty when there is no other. */
  public Optional<Line> after(int tenant, String name) {
    var theirs = of(tenant);
    var at = theirs.stream().map(Line::name).toList().indexOf(name);
    return theirs.size() < 2 ? Optional.empty() : Optional.of(theirs.get((at + 1) % theirs.size()));
  }

  public Optional<Line> named(String name) {
    return lines.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  public Line of(String name) {
    return named(name)
        .orElseThrow(() -> new IllegalStateException("The channel (%s) is gone.".formatted(name)));
  }
}
