package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import travel.opslayer.action.ActionResult;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.pipeline.Telling.Said;
import travel.opslayer.pipeline.Telling.Told;
import travel.opslayer.reply.Reply;
import travel.opslayer.reply.ReplyWriter;
import travel.opslayer.reply.Written;

/** Makes one numbered message of what is said to one person about several requests of one turn. */
@Singleton
final class Joining {

  private static final String TEXT = "help/several";

  private static final int BUTTONS = 3;

  private static final int ROWS = 10;

  /** What a message with choices may say. */
  private static final int LONGEST = 1024;

  /** From so many on, what is answered and what a colleague answers stand apart. */
  private static final int GROUPED = 5;

  private final ReplyWriter writer;

  Joining(ReplyWriter writer) {
    this.writer = writer;
  }

  /** What is said, and whose word it needs. */
  private record Item(Told told, Said said) {

    boolean isPassedOn() {
      return told.acted().isDone() && !told.acted().decision().notices().isEmpty();
    }

    String text() {
      return said.written().content().text();
    }
  }

  List<Told> join(List<Told> told) {
    if (told.stream().allMatch(it -> it.acted().asked().part().place() == 0)) {
      return told;
    }
    return told.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.acted().asked().part().whole(), LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(it -> it.size() == 1 ? it.stream() : joined(it).stream())
        .toList();
  }

  private List<Told> joined(List<Told> parts) {
    var messages = new LinkedHashMap<UUID, Said>();
    parts.stream()
        .filter(it -> !it.acted().asked().part().apart())
        .flatMap(it -> it.said().stream().map(said -> new Item(it, said)))
        .collect(
            Collectors.groupingBy(
                it -> it.said().to().id(), LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(
            items -> {
              if (items.size() > 1) {
                var message = one(items);
                items.forEach(it -> messages.put(it.said().id(), message));
              }
            });
    messages.values().removeIf(Joining::isTooLong); // then each is said by itself
    return parts.stream().map(it -> carrying(it, messages)).toList();
  }

  /** The first part that says something to somebody has the message. */
  private static Told carrying(Told told, Map<UUID, Said> messages) {
    var said = new ArrayList<Said>();
    var texts = new ArrayList<Said>();
    for (var it : told.said()) {
      var message = messages.getOrDefault(it.id(), it);
      if (message.id().equals(it.id())) {
        said.add(message);
      }
      texts.add(new Said(message.id(), it.to(), it.written(), it.category(), it.about()));
    }
    return new Told(told.acted(), said, texts);
  }

  private static boolean isTooLong(Said said) {
    var text = said.written().content().text();
    return text.codePointCount(0, text.length()) > LONGEST;
  }

  private Said one(List<Item> items) {
    var first = items.getFirst().said();
    var written =
        writer.write(new Reply(TEXT, values(items), "", null), first.written().language());
    var content = content(written.content().text(), choices(items));
    return new Said(
        first.id(),
        first.to(),
        new Written(written.template(), written.language(), content, written.approved()),
        first.category(),
        first.about());
  }

  private static Map<String, Object> values(List<Item> items) {
    if (items.size() < GROUPED) {
      return ActionResult.about(null).with("items", list(items, 1)).values();
    }
    var passed = items.stream().filter(Item::isPassedOn).toList();
    var answered = items.stream().filter(it -> !it.isPassedOn()).toList();
    return ActionResult.about(null)
        .with("count", items.size())
        .with("answered", answered.isEmpty() ? null : list(answered, 1))
        .with("passed", passed.isEmpty() ? null : list(passed, answered.size() + 1))
        .values();
  }

  private static String list(List<Item> items, int first) {
    return IntStream.range(0, items.size())
        .mapToObj(it -> "(%d) %s".formatted(first + it, items.get(it).text()))
        .collect(Collectors.joining("\n"));
  }

  private static OutboundContent content(String text, List<Choice> choices) {
    if (choices.isEmpty()) {
      return new OutboundContent.Text(text);
    }
    var described = choices.stream().anyMatch(it -> !it.description().isEmpty());
    return described || choices.size() > BUTTONS
        ? new OutboundContent.Menu(text, "☰", choices)
        : new OutboundContent.Buttons(text, choices);
  }

  /** Those of all, each once; of two that read alike the first. */
  private static List<Choice> choices(List<Item> items) {
    var ids = new HashSet<String>();
    var titles = new HashSet<String>();
    return items.stream()
        .flatMap(it -> choices(it.said().written().content()))
        .filter(it -> ids.add(it.id()) & titles.add(it.title()))
        .limit(ROWS)
        .toList();
  }

  private static Stream<Choice> choices(OutboundContent content) {
    return switch (content) {
      case OutboundContent.Buttons it -> it.choices().stream();
      case OutboundContent.Menu it -> it.rows().stream();
      case OutboundContent.Text ignored -> Stream.of();
      case OutboundContent.Template ignored -> Stream.of();
    };
  }
}
