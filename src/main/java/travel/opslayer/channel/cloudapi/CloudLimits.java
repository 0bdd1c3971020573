package travel.opslayer.channel.cloudapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Buttons;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.message.OutboundContent.Menu;
import travel.opslayer.message.OutboundContent.Template;
import travel.opslayer.message.OutboundContent.Text;

/** What the provider would refuse, told before the call; characters are Unicode code points. */
final class CloudLimits {
  static final int BUTTON_TITLE = 20;
  static final int ROW_TITLE = 24;
  static final int ROW_DESCRIPTION = 72;
  static final int OPENER = 20;
  private static final int TEXT = 4096;
  private static final int INTERACTIVE_TEXT = 1024;
  private static final int BUTTONS = 3;
  private static final int ROWS = 10;
  private static final int BUTTON_ID = 256;
  private static final int ROW_ID = 200;
  private static final int TEMPLATE_NAME = 512;
  private static final int TEMPLATE_VALUE = 1024;

  private CloudLimits() {}

  /** The first limit that the message breaks, as a sentence without its words. */
  static Optional<String> broken(OutboundContent content) {
    return switch (content) {
      case Text it -> words("The text", it.text(), TEXT);
      case Buttons it ->
          words("The text above the buttons", it.text(), INTERACTIVE_TEXT)
              .or(() -> count("buttons", it.choices(), BUTTONS))
              .or(() -> ids(it.choices(), BUTTON_ID))
              .or(() -> titles(it.choices(), BUTTON_TITLE))
              .or(() -> twins(it.choices()));
      case Menu it ->
          words("The text above the menu", it.text(), INTERACTIVE_TEXT)
              .or(() -> words("The word that opens the menu", Cut.to(OPENER, it.opener()), OPENER))
              .or(() -> count("rows", it.rows(), ROWS))
              .or(() -> ids(it.rows(), ROW_ID))
              .or(() -> titles(it.rows(), ROW_TITLE));
      case Template it ->
          words("The name of the template", it.name(), TEMPLATE_NAME)
              .or(() -> words("The language of the template", it.language(), TEMPLATE_NAME))
              .or(() -> values(it.values()));
    };
  }

  private static Optional<String> words(String what, String text, int longest) {
    var length = Cut.length(text);
    if (Cut.line(text).isEmpty()) {
      return Optional.of(what + " is empty.");
    }
    return when(
        length > longest,
        "%s has %d characters, and the provider takes %d.".formatted(what, length, longest));
  }

  private static Optional<String> when(boolean broken, String sentence) {
    return broken ? Optional.of(sentence) : Optional.empty();
  }

  private static Optional<String> count(String what, List<Choice> choices, int most) {
    return when(
        choices.isEmpty() || choices.size() > most,
        "There are %d %s, and the provider takes 1 to %d.".formatted(choices.size(), what, most));
  }

  private static Optional<String> ids(List<Choice> choices, int longest) {
    var ids = choices.stream().map(Choice::id).toList();
    return ids.stream()
        .flatMap(it -> words("The id of a choice", it, longest).stream())
        .findFirst()
        .or(() -> when(different(ids) < ids.size(), "Two choices have the same id."));
  }

  /** A title may be cut, unless people could no longer tell two choices apart. */
  private static Optional<String> titles(List<Choice> choices, int longest) {
    var whole = choices.stream().map(it -> Cut.line(it.title())).toList();
    var cut = choices.stream().map(it -> Cut.to(longest, it.title())).toList();
    return when(cut.contains(""), "The title of a choice is empty.")
        .or(
            () ->
                when(
                    different(cut) < different(whole),
                    "Two titles are the same when cut to %d characters.".formatted(longest)));
  }

  private static Optional<String> twins(List<Choice> choices) {
    var titles = choices.stream().map(it -> Cut.line(it.title())).toList();
    return when(different(titles) < titles.size(), "Two buttons have the same title.");
  }

  private static long different(List<String> words) {
    return words.stream().distinct().count();
  }

  private static Optional<String> values(List<String> values) {
    return Stream.iterate(0, it -> it < values.size(), it -> it + 1)
        .flatMap(
            it ->
                words(
                    "Value %d of the template".formatted(it + 1),
                    Cut.value(values.get(it)),
                    TEMPLATE_VALUE)
                    .stream())
        .findFirst();
  }
}
