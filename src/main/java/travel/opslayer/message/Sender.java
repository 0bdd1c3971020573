package travel.opslayer.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a message comes from, as the provider tells it.
 *
 * @param aliases at least one; the first is the address to answer to
 * @param name as the contact calls themselves; shown to staff, never trusted
 */
public record Sender(List<Alias> aliases, @Nullable String name) {

  public Sender {
    aliases = List.copyOf(aliases);
    if (aliases.isEmpty()) {
      throw new IllegalArgumentException("A sender has no alias.");
    }
  }

  public Alias address() {
    return aliases.getFirst();
  }

  /** Never the name: it is personal, and this text may reach a log. */
  @Override
  public String toString() {
    return "sender with " + aliases;
  }
}
