package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.capability.duty.Shifts.Shift;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.facts.Desk;
import travel.opslayer.message.Content;
import travel.opslayer.reply.Moment;
import travel.opslayer.reply.Money;
import travel.opslayer.trip.FlightRepository;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestPlanRepository;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Trip;

/** What texts about the end of a day may say. */
@Singleton
final class DutyTalk {

  static final String NO_SHIFT = "duty/no_trip";
  private static final int MOST_NAMED = 3;
  private static final int HOUR = 60;

  private final Shifts shifts;
  private final GuestRepository guests;
  private final GuestPlanRepository plans;
  private final FlightRepository flights;
  private final Conversations people;

  DutyTalk(
      Shifts shifts,
      GuestRepository guests,
      GuestPlanRepository plans,
      FlightRepository flights,
      Conversations people) {
    this.shifts = shifts;
    this.guests = guests;
    this.plans = plans;
    this.flights = flights;
    this.people = people;
  }

  /** What is done about the work that the sender is on; nothing where there is none. */
  ActionResult on(ActionCall call, Function<Shift, ActionResult> work) {
    return call.fact("shift_trip")
        .flatMap(it -> shifts.of(call.sql(), call.tenant(), call.person().id(), it, call.now()))
        .map(work)
        .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing(NO_SHIFT));
  }

  ActionResult about(ActionCall call, Shift it) {
    return about(call, it.trip())
        .with("until", moment(it.until(), it.trip()))
        .with("planned", moment(it.duty().endsAt(), it.trip()))
        .with("worker", call.person().firstName());
  }

  ActionResult about(ActionCall call, Trip trip) {
    var known = parties(call, trip);
    return ActionResult.about(trip.code())
        .with("trip", trip.code())
        .with("guests", trip.guests())
        .with("count", known.isEmpty() ? null : known.size());
  }

  List<GuestParty> parties(ActionCall call, Trip trip) {
    return guests.travelling(call.sql(), call.tenant(), trip.code());
  }

  /** What guests have planned that a later end gets in the way of, such as "Priya's dinner". */
  @Nullable String affected(ActionCall call, Trip trip, Instant from, Instant until) {
    var parties =
        parties(call, trip).stream()
            .collect(Collectors.toMap(GuestParty::booking, GuestParty::person));
    var leaves =
        flights.of(call.sql(), call.tenant(), trip.code()).entrySet().stream()
            .map(it -> new GuestPlanRepository.Plan(it.getKey(), "flight", it.getValue()));
    var all =
        Stream.concat(plans.of(call.sql(), call.tenant(), trip.code()).stream(), leaves)
            .filter(it -> it.startsAt().isAfter(from) && it.startsAt().isBefore(until))
            .limit(MOST_NAMED)
            .map(it -> spoken(call, trip, it, parties.get(it.booking())))
            .toList();
    return all.isEmpty() ? null : String.join(", ", all);
  }

  private String spoken(
      ActionCall call, Trip trip, GuestPlanRepository.Plan it, @Nullable UUID person) {
    var at = it.startsAt().atZone(trip.zone()).toLocalTime();
    var whose = name(call, person).orElse(it.booking());
    return "%s's %s %d:%02d".formatted(whose, it.what(), at.getHour(), at.getMinute());
  }

  /** What one party has planned in that time. */
  Optional<GuestPlanRepository.Plan> plan(
      ActionCall call, Trip trip, String booking, Instant until) {
    return plans.of(call.sql(), call.tenant(), trip.code()).stream()
        .filter(it -> it.booking().equals(booking))
        .filter(it -> it.startsAt().isAfter(call.now()) && it.startsAt().isBefore(until))
        .findFirst();
  }

  Optional<String> name(ActionCall call, @Nullable UUID person) {
    return person == null
        ? Optional.empty()
        : people.byPerson(call.sql(), call.tenant(), List.of(person)).stream()
            .findFirst()
            .map(it -> it.person().firstName());
  }

  /** Who decides by the rules: the first of that role, or any of them. */
  Optional<String> decider(ActionCall call, String role) {
    return call.onDutyFirst(role, people.byRole(call.sql(), call.tenant(), role)).stream()
        .findFirst()
        .map(it -> it.person().firstName());
  }

  /** What so much longer costs by the rules; null where they set no price. */
  static @Nullable Money pay(ActionCall call, int minutes) {
    return call.decision()
        .assigned("overtime_pay")
        .filter(it -> it.matches("\\d{1,6}"))
        .map(it -> money(call.desk(), Long.parseLong(it) * minutes, HOUR))
        .orElse(null);
  }

  /** So many whole units of the currency of the field, parted. */
  private static Money money(Desk desk, long whole, int parts) {
    var all = Money.whole(whole, desk.parameters().fieldCurrency());
    return new Money(all.minor() / parts, all.currency());
  }

  static Money nothing(ActionCall call) {
    return money(call.desk(), 0, 1);
  }

  /** "NPR 3,200". */
  static String spoken(long minor, String currency) {
    var digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return String.format(Locale.ENGLISH, "%s %,.0f", currency, BigDecimal.valueOf(minor, digits));
  }

  static Moment moment(Instant at, Trip trip) {
    return new Moment(at, trip.zone());
  }

  /** The first message of the turn that shows something. */
  static Optional<UUID> shown(ActionCall call) {
    var messages = call.asked().turn().messages();
    return IntStream.range(0, messages.size())
        .filter(i -> messages.get(i).content() instanceof Content.Media)
        .mapToObj(i -> call.asked().turn().eventIds().get(i))
        .findFirst();
  }

  static String words(ActionCall call) {
    return String.join(" ", call.asked().turn().bubbles()).strip();
  }

  /** By the clock of the provider that brought it, which is never ahead of ours. */
  static Instant happened(ActionCall call) {
    var at = call.asked().turn().happenedAt();
    return at.isAfter(call.now()) ? call.now() : at;
  }
}
