package travel.opslayer.capability.broadcast;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.broadcast.BroadcastRepository;
import travel.opslayer.broadcast.Recipient;
import travel.opslayer.broadcast.RecipientRepository;
import travel.opslayer.capability.broadcast.BroadcastFact.Audience;
import travel.opslayer.capability.broadcast.BroadcastFact.Command;
import travel.opslayer.capability.broadcast.BroadcastFact.State;
import travel.opslayer.capability.broadcast.BroadcastFact.Turn;
import travel.opslayer.consent.Consents;
import travel.opslayer.consent.Consents.Refusals;
import travel.opslayer.conversation.Quotes;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;

/** Looks at what is commanded, tapped or answered of something that is said to many. */
@Singleton
final class BroadcastFacts implements FactSource {

  private final BroadcastRepository broadcasts;
  private final RecipientRepository recipients;
  private final Audiences audiences;
  private final Consents consents;
  private final Quotes quotes;

  BroadcastFacts(
      BroadcastRepository broadcasts,
      RecipientRepository recipients,
      Audiences audiences,
      Consents consents,
      Quotes quotes) {
    this.broadcasts = broadcasts;
    this.recipients = recipients;
    this.audiences = audiences;
    this.consents = consents;
    this.quotes = quotes;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(BroadcastFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var got = got(sql, asked, desk);
    var concerned =
        asked.stream()
            .filter(
                it ->
                    Named.in(it).isPresent()
                        || command(it) != null
                        || got.containsKey(it.turn().id()))
            .toList();
    if (concerned.isEmpty()) {
      return;
    }
    var named = named(sql, concerned, got, desk);
    for (var it : concerned) {
      sheets.add(it, fact(new Looked(sql, it, desk, got.get(it.turn().id())), named));
    }
  }

  /** One turn while it is looked at; with what its sender has got by a broadcast, and quotes. */
  private record Looked(Sql sql, Asked asked, Desk desk, @Nullable Recipient got) {

    int tenant() {
      return desk.tenant().id();
    }

    UUID person() {
      return asked.turn().contact().person().id();
    }
  }

  /** By turn. */
  private Map<UUID, Recipient> got(Sql sql, List<Asked> asked, Desk desk) {
    var tenant = desk.tenant().id();
    var turns =
        asked.stream().filter(it -> it.quotesUs() && it.turn().tap().isEmpty()).map(Asked::turn);
    var quoted = quotes.of(sql, tenant, turns.toList());
    var messages = quoted.values().stream().map(Quotes.Quoted::message).distinct().toList();
    var found =
        recipients.byMessages(sql, tenant, messages).stream()
            .collect(toMap(Recipient::message, Function.identity()));
    var got = new HashMap<UUID, Recipient>();
    quoted.forEach(
        (turn, it) -> {
          var recipient = found.get(it.message());
          if (recipient != null) {
            got.put(turn, recipient);
          }
        });
    return got;
  }

  private List<Broadcast> named(Sql sql, List<Asked> asked, Map<UUID, Recipient> got, Desk desk) {
    var tenant = desk.tenant().id();
    var codes =
        asked.stream().flatMap(it -> Named.in(it).stream()).map(Named::code).distinct().toList();
    var ids = got.values().stream().map(Recipient::broadcast).distinct().toList();
    return Stream.concat(
            broadcasts.byCodes(sql, tenant, codes).stream(),
            broadcasts.byIds(sql, tenant, ids).stream())
        .distinct()
        .toList();
  }

  private BroadcastFact fact(Looked it, List<Broadcast> named) {
    var command = command(it.asked());
    var running =
        it.asked().turn().timer().isPresent()
            ? List.<Broadcast>of()
            : broadcasts.running(it.sql(), it.tenant());
    if (command == Command.BROADCAST) {
      return written(it, running.size());
    }
    var meant = meant(it, named).or(() -> only(command, running));
    if (meant.isEmpty()) {
      return new BroadcastFact(
          command, null, null, false, false, null, 0, 0, running.size(), null, false, false, false);
    }
    return about(it, command, meant.get(), running.size());
  }

  private BroadcastFact written(Looked it, int running) {
    var letter = Letter.of(it.asked().turn().bubbles());
    var circle =
        audiences.find(
            it.sql(), it.tenant(), letter.audience(), letter.about(), it.person(), it.desk().now());
    return new BroadcastFact(
        Command.BROADCAST,
        null,
        null,
        true,
        false,
        circle.map(found -> word(Audience.values(), found.audience())).orElse(null),
        circle.map(found -> found.reached().size()).orElse(0),
        letter.words().codePointCount(0, letter.words().length()),
        running,
        null,
        false,
        false,
        false);
  }

  private BroadcastFact about(Looked it, @Nullable Command command, Broadcast meant, int running) {
    var circle =
        meant.state().equals(Broadcast.DRAFT)
            ? audiences.find(
                it.sql(),
                it.tenant(),
                meant.audience(),
                meant.about(),
                meant.person(),
                it.desk().now())
            : Optional.<Circle>empty();
    var recipient = recipient(it, meant);
    return new BroadcastFact(
        command,
        meant.code(),
        word(State.values(), meant.state()),
        meant.person().equals(it.person()),
        circle.filter(now -> isCurrent(it, meant, now)).isPresent(),
        word(Audience.values(), meant.audience()),
        circle.map(now -> now.reached().size()).orElse(meant.people()),
        meant.words().codePointCount(0, meant.words().length()),
        running,
        recipient.map(one -> word(Turn.values(), one.state())).orElse(null),
        recipient.filter(one -> refuses(it, one)).isPresent(),
        recipient.filter(one -> isTheirs(it, one)).isPresent(),
        recipient.filter(one -> !isTheirs(it, one)).isPresent());
  }

  /** Nobody writes when a timer is due. */
  private static boolean isTheirs(Looked it, Recipient recipient) {
    return it.asked().turn().timer().isPresent() || recipient.person().equals(it.person());
  }

  private static Optional<Broadcast> only(@Nullable Command command, List<Broadcast> running) {
    return command != null && running.size() == 1
        ? Optional.of(running.getFirst())
        : Optional.empty();
  }

  private static Optional<Broadcast> meant(Looked it, List<Broadcast> named) {
    var got = it.got();
    var code = Named.in(it.asked()).map(Named::code).orElse("");
    return named.stream()
        .filter(one -> got == null ? one.code().equals(code) : one.id().equals(got.broadcast()))
        .findFirst();
  }

  private Optional<Recipient> recipient(Looked it, Broadcast meant) {
    return it.got() == null
        ? Named.in(it.asked())
            .filter(name -> name.number() > 0)
            .flatMap(name -> recipients.byNumber(it.sql(), it.tenant(), meant.id(), name.number()))
        : Optional.of(it.got());
  }

  private boolean refuses(Looked it, Recipient recipient) {
    var people = List.of(recipient.person());
    return consents
        .of(it.sql(), it.tenant(), people)
        .getOrDefault(recipient.person(), Refusals.NONE)
        .all();
  }

  private static boolean isCurrent(Looked it, Broadcast meant, Circle now) {
    var seen = it.asked().version();
    return (seen == null || seen == meant.version())
        && it.desk().now().isBefore(meant.until())
        && now.hash(meant.words()).equals(meant.hash());
  }

  /** What begins with it, of a colleague who answers nobody; a stop may quote what it stops. */
  private static @Nullable Command command(Asked asked) {
    var said =
        asked.turn().tap().isPresent()
            ? null
            : asked.understanding().several().commands().stream()
                .map(it -> word(Command.values(), it))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    var another = asked.quotesUs() && Named.in(asked).isEmpty();
    return another ? null : said;
  }

  private static <E extends Enum<E>> @Nullable E word(E[] words, String said) {
    return Arrays.stream(words)
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(said))
        .findFirst()
        .orElse(null);
  }

  /**
   * What is spoken of: {@code BC-3}, or {@code BC-3/7} of one who gets it.
   *
   * @param number 0 when nobody is named
   */
  record Named(String code, int number) {

    static Optional<Named> in(Asked asked) {
      var subject = asked.subject();
      if (subject == null || !subject.matches("BC-\\d{1,9}(/\\d{1,7})?")) {
        return Optional.empty();
      }
      var slash = subject.indexOf('/');
      return Optional.of(
          slash < 0
              ? new Named(subject, 0)
              : new Named(
                  subject.substring(0, slash), Integer.parseInt(subject.substring(slash + 1))));
    }
  }
}
