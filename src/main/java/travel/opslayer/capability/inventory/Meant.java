package travel.opslayer.capability.inventory;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/** Which departure, holds and customers a colleague means, by their words or by what they chose. */
@Singleton
final class Meant {

  /** Among so many customers a name is looked for, those first whom we last heard from. */
  private static final int PEOPLE = 2_000;

  private final Catalog catalog;
  private final Bookings bookings;
  private final Leads leads;
  private final Conversations conversations;

  Meant(Catalog catalog, Bookings bookings, Leads leads, Conversations conversations) {
    this.catalog = catalog;
    this.bookings = bookings;
    this.leads = leads;
    this.conversations = conversations;
  }

  /**
   * What is meant.
   *
   * @param departure null when none is clear
   * @param near departures whose codes are nearly what was typed
   * @param holds that may be meant
   * @param customers that may be meant
   * @param drop is an offer that runs to be taken back?
   */
  record Target(
      @Nullable Departure departure,
      List<Departure> near,
      List<Booking> holds,
      List<Contact> customers,
      @Nullable Integer party,
      boolean drop) {

    static final Target NOTHING = new Target(null, List.of(), List.of(), List.of(), null, false);
  }

  /** What the words of a command mean. */
  Target commanded(Sql sql, int tenant, Asked asked, String action, Desk desk) {
    var named = departure(sql, tenant, asked, desk);
    var near = named.isEmpty() ? near(sql, tenant, asked, desk) : List.<Departure>of();
    var holds =
        action.equals(Request.RELEASE)
            ? holds(sql, tenant, asked, named, desk)
            : List.<Booking>of();
    var customers =
        action.equals(Request.HOLD) ? customers(sql, tenant, asked) : List.<Contact>of();
    return new Target(named.orElse(null), near, holds, customers, Answers.number(asked), false);
  }

  /** What an answer to a question means. */
  Target answered(Sql sql, int tenant, Asked asked, Request request, @Nullable String choice) {
    var typed = choice == null ? chosen(sql, tenant, asked, request) : List.of(choice);
    var one = typed.size() == 1 ? typed.getFirst() : null;
    var code = one != null && isDeparture(request, one) ? one : request.departure();
    var departure =
        code == null ? Optional.<Departure>empty() : catalog.departure(sql, tenant, code);
    var customers =
        request.customer() == null
            ? List.<Contact>of()
            : conversations.byPerson(sql, tenant, List.of(request.customer()));
    return new Target(
        departure.orElse(null),
        List.of(),
        bookings.byCodes(sql, tenant, released(request, typed)),
        customers,
        party(request, one),
        "drop".equals(one));
  }

  /** What is offered, by the codes that name it. */
  List<String> chosen(Sql sql, int tenant, Asked asked, Request request) {
    if (asked.understanding().several().commands().contains("all")
        && request.action().equals(Request.RELEASE)) {
      return List.of(Answers.ALL);
    }
    return Answers.chosen(asked, offered(sql, tenant, request));
  }

  private Map<String, List<String>> offered(Sql sql, int tenant, Request request) {
    var offered = new LinkedHashMap<String, List<String>>();
    if (request.action().equals(Request.RELEASE)) {
      bookings
          .byCodes(sql, tenant, request.choices())
          .forEach(it -> offered.put(it.code(), List.of(it.code(), it.departure())));
    } else {
      request.choices().forEach(it -> offered.put(it, List.of(it)));
    }
    return offered;
  }

  private static boolean isDeparture(Request request, String choice) {
    return request.choices().contains(choice) && choice.contains("-") && !isBooking(choice);
  }

  private static boolean isBooking(String code) {
    return code.startsWith("BK-");
  }

  private static List<String> released(Request request, List<String> typed) {
    var all = typed.isEmpty() || typed.contains(Answers.ALL);
    return request.choices().stream()
        .filter(Meant::isBooking)
        .filter(it -> all || typed.contains(it))
        .toList();
  }

  /** A number that was offered, and else what was asked for. */
  private static @Nullable Integer party(Request request, @Nullable String one) {
    var offered =
        Stream.concat(Stream.ofNullable(one), request.choices().stream())
            .filter(it -> it.matches("[1-9]\\d?"))
            .findFirst();
    return offered.map(Integer::valueOf).orElse(request.party());
  }

  private Optional<Departure> departure(Sql sql, int tenant, Asked asked, Desk desk) {
    if (asked.turn().tap().isPresent() && asked.subject() != null) {
      return catalog.departure(sql, tenant, asked.subject());
    }
    var words = asked.understanding();
    for (var code : words.codes()) {
      var found =
          isBooking(code) ? Optional.<Departure>empty() : catalog.departure(sql, tenant, code);
      if (found.isPresent()) {
        return found;
      }
    }
    var product = words.product();
    var wish = words.date();
    if (product == null || wish == null || wish.day() == null) {
      return Optional.empty();
    }
    var day = wish.resolve(desk.today());
    return catalog.departures(sql, tenant, product.code(), desk.today()).stream()
        .filter(it -> it.startsOn().equals(day))
        .findFirst();
  }

  /** One letter or digit away, or with one left out. */
  private List<Departure> near(Sql sql, int tenant, Asked asked, Desk desk) {
    var typed = Answers.almostCodes(asked);
    return typed.isEmpty()
        ? List.of()
        : catalog.products(sql, tenant).stream()
            .flatMap(it -> catalog.departures(sql, tenant, it.code(), desk.today()).stream())
            .filter(it -> typed.stream().anyMatch(word -> isNear(word, it.code())))
            .limit(9)
            .toList();
  }

  static boolean isNear(String typed, String code) {
    if (code.startsWith(typed)) {
      return true;
    }
    var longer = typed.length() >= code.length() ? typed : code;
    var shorter = typed.length() >= code.length() ? code : typed;
    var start = 0;
    while (start < shorter.length() && longer.charAt(start) == shorter.charAt(start)) {
      start++;
    }
    var rest = longer.substring(Math.min(longer.length(), start + 1));
    return longer.length() == shorter.length()
        ? rest.equals(shorter.substring(Math.min(shorter.length(), start + 1)))
        : longer.length() == shorter.length() + 1 && rest.equals(shorter.substring(start));
  }

  /** By code, else by name and departure. */
  private List<Booking> holds(Sql sql, int tenant, Asked asked, Optional<Departure> on, Desk desk) {
    var tapped = asked.turn().tap().isPresent() && asked.subject() != null;
    var typed = asked.understanding().codes();
    var named = tapped ? List.of(String.valueOf(asked.subject())) : typed;
    var codes = named.stream().filter(Meant::isBooking).toList();
    if (!codes.isEmpty()) {
      return bookings.byCodes(sql, tenant, codes);
    }
    var all =
        bookings.onHold(sql, tenant).stream()
            .filter(it -> it.stateAt(desk.now()).equals(Booking.ON_HOLD))
            .filter(it -> on.isEmpty() || it.departure().equals(on.get().code()))
            .toList();
    var people =
        conversations
            .byPerson(sql, tenant, all.stream().map(Booking::person).distinct().toList())
            .stream()
            .collect(Collectors.toMap(it -> it.person().id(), Function.identity()));
    var owners = named(asked, List.copyOf(people.values())).stream().map(Meant::id).toList();
    return all.stream().filter(it -> owners.contains(it.person())).toList();
  }

  private List<Contact> customers(Sql sql, int tenant, Asked asked) {
    var codes = asked.understanding().codes().stream().filter(it -> it.startsWith("LD-")).toList();
    if (!codes.isEmpty()) {
      var people = leads.byCodes(sql, tenant, codes).stream().map(Lead::person).toList();
      return conversations.byPerson(sql, tenant, people);
    }
    return named(asked, conversations.customers(sql, tenant, PEOPLE));
  }

  /** Of whom the most of their names is said: "tom walsh" is no other Tom. */
  private static List<Contact> named(Asked asked, List<Contact> people) {
    var words = Answers.words(asked);
    var best = new ArrayList<Contact>();
    var most = 1L;
    for (var it : people) {
      var said = Answers.named(words, it.person().name());
      if (said > most) {
        best.clear();
        most = said;
      }
      if (said == most) {
        best.add(it);
      }
    }
    return List.copyOf(best.stream().filter(distinct()).toList());
  }

  private static Predicate<Contact> distinct() {
    var seen = new HashSet<UUID>();
    return it -> seen.add(id(it));
  }

  private static UUID id(Contact it) {
    return it.person().id();
  }
}
