package travel.opslayer.reply;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Choice;

/**
 * Fills templates. A value may be a text, a number, a {@link java.time.LocalDate}, a {@link Span},
 * {@link Money}, a {@link Moment} or {@link Steps}; each is written as the language has it. A
 * placeholder without a value is the word {@code none}, so that a text can leave a part out with
 * {@code select}.
 */
@Singleton
public final class ReplyWriter {

  static final String NONE = "none";

  private final TemplateShelf shelf;

  ReplyWriter(TemplateShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * @param language of the reader, ISO 639-1; English when there is no such text
   */
  public Written write(Reply reply, String language) {
    var template = shelf.find(reply.template(), language);
    var values = values(reply.values(), template.wording());
    var names = names(template.pattern());
    names.forEach(it -> values.putIfAbsent(it, NONE));
    var text = new MessageFormat(template.pattern(), template.locale()).format(values).strip();
    var approved =
        new OutboundContent.Template(
            reply.template().replace('/', '_'),
            template.language(),
            names.stream().map(it -> String.valueOf(values.get(it))).toList(),
            text);
    return new Written(
        reply.template(), template.language(), content(template, reply, text), approved);
  }

  private static OutboundContent content(Template template, Reply reply, String text) {
    var written =
        template.choices().stream()
            .filter(it -> reply.offered() == null || reply.offered().contains(it.action()))
            .filter(it -> it.what().isEmpty() || reply.values().containsKey(it.what()))
            .map(it -> choice(it, template, reply));
    var all =
        Stream.of(reply.more().stream(), ofThings(template, reply), written)
            .flatMap(it -> it)
            .filter(distinct())
            .limit(Template.ROWS)
            .toList();
    var most = all.size() > Template.BUTTONS ? Template.ROW_TITLE : Template.BUTTON_TITLE;
    var choices = all.stream().map(it -> cut(it, most)).toList();
    if (choices.isEmpty()) {
      return new OutboundContent.Text(text);
    }
    return choices.size() > Template.BUTTONS
        ? new OutboundContent.Menu(text, "☰", choices)
        : new OutboundContent.Buttons(text, choices);
  }

  /** What is offered for one of several things has its code behind the title. */
  private static Stream<Choice> ofThings(Template template, Reply reply) {
    var offered = reply.offered() == null ? List.<String>of() : reply.offered();
    return offered.stream()
        .filter(it -> it.indexOf('@') > 0)
        .flatMap(
            it -> template.choices().stream().filter(line -> isOf(line, it)).map(l -> of(l, it)));
  }

  private static boolean isOf(Template.Line line, String offered) {
    return line.what().isEmpty() && offered.startsWith(line.action() + '@');
  }

  private static Choice of(Template.Line line, String offered) {
    var code = ' ' + offered.substring(offered.indexOf('@') + 1);
    var room = Template.BUTTON_TITLE - code.length();
    return new Choice(offered, cut(line.title(), room) + code, line.description());
  }

  /** Two placeholders may have the same value: it is offered once. */
  private static Predicate<Choice> distinct() {
    var seen = new HashSet<String>();
    return it -> seen.add(it.id());
  }

  private static Choice choice(Template.Line line, Template template, Reply reply) {
    var what = line.what().isEmpty() ? "" : ":" + reply.values().get(line.what());
    var about = reply.subject().isEmpty() ? "" : "@" + reply.subject();
    return new Choice(
        line.action() + what + about, title(line, template, reply), line.description());
  }

  private static String title(Template.Line line, Template template, Reply reply) {
    if (!line.isFilled()) {
      return line.title();
    }
    var values = values(reply.values(), template.wording());
    names(line.title()).forEach(it -> values.putIfAbsent(it, NONE));
    var title = new MessageFormat(line.title(), template.locale()).format(values).strip();
    return cut(title, template.titleLength());
  }

  private static Choice cut(Choice choice, int most) {
    return new Choice(
        choice.id(),
        cut(choice.title(), most),
        cut(choice.description(), Template.ROW_DESCRIPTION));
  }

  private static String cut(String title, int most) {
    return title.codePointCount(0, title.length()) <= most
        ? title
        : title.substring(0, title.offsetByCodePoints(0, most - 1)).strip() + "…";
  }

  private static Map<String, Object> values(Map<String, Object> given, Locale locale) {
    var values = new HashMap<String, Object>();
    given.forEach((name, value) -> values.put(name, Wording.of(value, locale)));
    return values;
  }

  /** The names of the placeholders, in the order in which they first come. */
  private static List<String> names(String pattern) {
    var parts = new MessagePattern(pattern);
    var names = new LinkedHashSet<String>();
    for (var i = 0; i < parts.countParts(); i++) {
      var part = parts.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
        names.add(parts.getSubstring(part));
      }
    }
    return new ArrayList<>(names);
  }
}
