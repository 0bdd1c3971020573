package travel.opslayer.reply;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template to fill; what the values may be, {@link ReplyWriter} says.
 *
 * @param template its name: the path under {@code templates/} without language and ending
 * @param values by the name of their placeholder
 * @param subject the code of the object it is about, for the ids of its choices; may be empty
 * @param offered the only actions whose choices are shown; null for all that the text has
 */
public record Reply(
    String template, Map<String, Object> values, String subject, @Nullable List<String> offered) {

  public Reply {
    values = Map.copyOf(values);
  }

  /** Never the values: they are personal, and this text may reach a log. */
  @Override
  public String toString() {
    return template;
  }
}
