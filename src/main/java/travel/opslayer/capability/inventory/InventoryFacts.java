package travel.opslayer.capability.inventory;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.inventory.InventoryFact.Command;
import travel.opslayer.capability.inventory.Meant.Target;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;
import travel.opslayer.travelcore.selling.Booking;

/** Looks at what colleagues command. What customers write is not looked at here. */
@Singleton
final class InventoryFacts implements FactSource {

  /** What is longer says something new. */
  private static final int SHORT = 5;

  private final RequestRepository requests;
  private final Waitlist waitlist;
  private final Meant meant;

  InventoryFacts(RequestRepository requests, Waitlist waitlist, Meant meant) {
    this.requests = requests;
    this.waitlist = waitlist;
    this.meant = meant;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(InventoryFact.class, RequestFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var concerned = asked.stream().filter(InventoryFacts::mayConcern).toList();
    if (concerned.isEmpty()) {
      return;
    }
    var people = concerned.stream().map(InventoryFacts::person).distinct().toList();
    var lately =
        requests.lately(sql, tenant, people, desk.now()).stream()
            .collect(Collectors.groupingBy(Request::person));
    var named = named(sql, tenant, concerned);
    for (var it : concerned) {
      var theirs = lately.getOrDefault(person(it), List.of());
      var looked = new Looked(sql, it, desk, theirs);
      var request = request(looked, named);
      var target = target(looked, request);
      sheets.add(it, inventory(looked, target));
      sheets.add(it, request(looked, request, target));
    }
  }

  /** One turn while it is looked at. */
  private record Looked(Sql sql, Asked asked, Desk desk, List<Request> theirs) {

    int tenant() {
      return desk.tenant().id();
    }

    List<Request> open() {
      return theirs.stream().filter(it -> it.isOpenAt(desk.now())).toList();
    }
  }

  private static boolean mayConcern(Asked asked) {
    var named = asked.subject() != null && asked.subject().startsWith("OP-");
    return asked.turn().timer().isPresent() ? named : asked.turn().contact().person().isStaff();
  }

  private static UUID person(Asked asked) {
    return asked.turn().contact().person().id();
  }

  private Map<String, Request> named(Sql sql, int tenant, List<Asked> asked) {
    var codes =
        asked.stream()
            .map(Asked::subject)
            .filter(it -> it != null && it.startsWith("OP-"))
            .distinct()
            .toList();
    return requests.byCodes(sql, tenant, codes).stream()
        .collect(Collectors.toMap(Request::code, Function.identity()));
  }

  /** The one that is tapped, undone, or answered by what is typed. */
  private @Nullable Request request(Looked it, Map<String, Request> named) {
    var asked = it.asked();
    var byName = asked.subject() == null ? null : named.get(asked.subject());
    var command = command(asked);
    if (asked.turn().timer().isPresent() || asked.turn().tap().isPresent()) {
      return byName;
    }
    if (command == Command.UNDO) {
      return byName == null ? undone(it) : byName;
    }
    if (!isBare(it)) {
      return null;
    }
    var open =
        it.open().stream().filter(r -> byName == null || r.whole().equals(byName.whole())).toList();
    var same = open.stream().filter(r -> r.action().equals(action(command))).toList();
    if (same.size() == 1) {
      return same.getFirst();
    }
    var chosen =
        open.stream()
            .filter(r -> meant.chosen(it.sql(), it.tenant(), asked, r).size() == 1)
            .toList();
    return chosen.size() == 1 ? chosen.getFirst() : open.size() == 1 ? open.getFirst() : byName;
  }

  /** The last that they did, of the kind that they name. */
  private @Nullable Request undone(Looked it) {
    var actions =
        it.asked().understanding().several().commands().stream()
            .map(InventoryFacts::word)
            .map(InventoryFacts::action)
            .filter(Objects::nonNull)
            .toList();
    return it.theirs().stream()
        .filter(r -> r.isUndoableAt(it.desk().now()))
        .filter(r -> actions.isEmpty() || actions.contains(r.action()))
        .reduce((one, other) -> other)
        .or(() -> requests.lastDone(it.sql(), it.tenant(), person(it.asked())))
        .orElse(null);
  }

  private Target target(Looked it, @Nullable Request request) {
    var command = command(it.asked());
    var action = action(command);
    if (request != null && command != Command.UNDO) {
      var choice = it.asked().turn().tap().map(tap -> choice(tap.id())).orElse(null);
      return meant.answered(it.sql(), it.tenant(), it.asked(), request, choice);
    }
    if (request != null || action == null) {
      return request == null
          ? Target.NOTHING
          : meant.answered(it.sql(), it.tenant(), it.asked(), request, Answers.ALL);
    }
    return meant.commanded(it.sql(), it.tenant(), it.asked(), action, it.desk());
  }

  /** What of {@code release_hold:BK-2051@OP-2~1} was chosen. */
  static @Nullable String choice(String id) {
    var at = id.indexOf('@');
    var colon = id.indexOf(':');
    return colon < 0 || at < colon ? null : id.substring(colon + 1, at);
  }

  private InventoryFact inventory(Looked it, Target target) {
    var departure = target.departure();
    var party = target.party();
    var waiting =
        departure == null
            ? List.<WaitlistEntry>of()
            : waitlist.onDeparture(it.sql(), it.tenant(), departure.code());
    var offers = waiting.stream().filter(e -> runs(e, it.desk())).count();
    return new InventoryFact(
        command(it.asked()),
        departure == null ? null : departure.code(),
        departure == null ? null : departure.product(),
        departure == null ? null : state(departure),
        departure != null && departure.startsOn().isAfter(it.desk().today()),
        party == null ? null : Long.valueOf(party),
        departure != null && party != null && departure.sells() && departure.open() >= party,
        target.customers().size(),
        target.holds().size(),
        bookingState(target, it.desk()),
        waiting.size(),
        target.drop() ? 0 : offers);
  }

  /** Whose time is over is honoured, whether or not anybody has said so. */
  private static boolean runs(WaitlistEntry entry, Desk desk) {
    var until = entry.offerUntil();
    return until != null && until.isAfter(desk.now());
  }

  private static InventoryFact.@Nullable State state(Departure departure) {
    return Arrays.stream(InventoryFact.State.values())
        .filter(it -> it.name().equalsIgnoreCase(departure.state()))
        .findFirst()
        .orElse(null);
  }

  /** Of several that of all, if they have the same. */
  private static @Nullable String bookingState(Target target, Desk desk) {
    var states =
        target.holds().stream().map((Booking it) -> it.stateAt(desk.now())).distinct().toList();
    return states.size() == 1 ? states.getFirst() : null;
  }

  private RequestFact request(Looked it, @Nullable Request request, Target target) {
    var now = it.desk().now();
    var open = it.open().size();
    var bare = isBare(it);
    if (request == null) {
      return new RequestFact(null, null, null, false, false, false, open, bare, false, false, null);
    }
    var typed = it.asked().turn().tap().isEmpty();
    return new RequestFact(
        request.code(),
        RequestFact.What.valueOf(request.action().toUpperCase(Locale.ROOT)),
        RequestFact.State.valueOf(request.stateAt(now).toUpperCase(Locale.ROOT)),
        request.person().equals(person(it.asked())),
        isCurrent(it.asked(), request, target),
        request.seen() != null,
        open,
        bare,
        typed && bare && meant.chosen(it.sql(), it.tenant(), it.asked(), request).size() == 1,
        request.isUndoableAt(now),
        request.was());
  }

  /** Without a version it is what was asked last; the departure must be as it was then. */
  private static boolean isCurrent(Asked asked, Request request, Target target) {
    var departure = target.departure();
    var seen = request.seen();
    var tapped = asked.turn().tap().isPresent() ? asked.version() : null;
    return (tapped == null || tapped == request.version())
        && (seen == null || departure != null && departure.version() == seen);
  }

  /**
   * An answer commands nothing, or says again what it is asked: "yes close", "release the 329 one".
   */
  private static boolean isBare(Looked it) {
    var asked = it.asked();
    var command = command(asked);
    var about = !asked.quotesUs() || asked.subject() != null && asked.subject().startsWith("OP-");
    if (asked.turn().tap().isPresent() || asked.turn().timer().isPresent() || !about) {
      return false;
    }
    return command == null || command == Command.ALL || isAgain(it, action(command));
  }

  private static boolean isAgain(Looked it, @Nullable String action) {
    var words = it.asked().understanding();
    var open = it.open().stream().anyMatch(r -> r.action().equals(action));
    var yes = words.courtesies().contains("yes") || words.courtesies().contains("ok");
    var which =
        Request.RELEASE.equals(action)
            && (words.several().commands().contains("all")
                || Answers.words(it.asked()).stream().anyMatch(w -> w.matches("\\d{2,}")));
    return open && words.codes().isEmpty() && words.words() <= SHORT && (yes || which);
  }

  private static @Nullable Command command(Asked asked) {
    var quoted = asked.quotesUs() && asked.turn().tap().isEmpty();
    var other = asked.subject() == null || !asked.subject().startsWith("OP-");
    if (quoted && other) {
      return null; // it goes to the customer whom the notice is about
    }
    var tap = asked.turn().tap();
    if (other && tap.isPresent()) {
      return Answers.tapped(tap.get().id());
    }
    return asked.understanding().several().commands().stream()
        .map(InventoryFacts::word)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Command word(String said) {
    return Arrays.stream(Command.values())
        .filter(it -> it.name().equalsIgnoreCase(said))
        .findFirst()
        .orElse(null);
  }

  static @Nullable String action(@Nullable Command command) {
    return command == null
        ? null
        : switch (command) {
          case HOLD -> Request.HOLD;
          case RELEASE -> Request.RELEASE;
          case CLOSE -> Request.CLOSE;
          case REOPEN -> Request.REOPEN;
          case UNDO, ALL -> null;
        };
  }
}
