package travel.opslayer.reply;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.message.OutboundContent.Choice;

/**
 * A template to fill; what the values may be, {@link ReplyWriter} says.
 *
 * @param template its name: the path under {@code templates/} without language and ending
 * @param values by the name of their placeholder
 * @param subject the code of the object it is about, for the ids of its choices; may be empty
 * @param offered the only actions whose choices are shown; null for all that the text has
 * @param more what can be tapped before the choices of the text; titles are cut to size
 */
public record Reply(
    String template,
    Map<String, Object> values,
    String subject,
    @Nullable List<String> offered,
    List<Choice> more) {

  public Reply {
    values = Map.copyOf(values);
    more = List.copyOf(more);
  }

  /** One with the choices of its text alone. */
  public Reply(
      String template, Map<String, Object> values, String subject, @Nullable List<String> offered) {
    this(template, values, subject, offered, List.of());
  }

  /** Never the values: they are personal, and this text may reach a log. */
  @Override
  public String toString() {
    return template;
  }
}
