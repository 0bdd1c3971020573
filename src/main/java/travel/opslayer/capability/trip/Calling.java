package travel.opslayer.capability.trip;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/** Guests who are missing are asked where they are; the guide never sees their number. */
@Factory
final class Calling {

  /** When nobody is waited for any more. */
  static final String WAIT = "guest_wait";

  private static final Duration USUAL = Duration.ofMinutes(25);
  private static final Duration MORE = Duration.ofMinutes(10);

  @Singleton
  ActionHandler nameMissing(TripTalk talk, Headcount headcount, GuestRepository guests) {
    return ActionHandler.of(
        "name_missing", call -> talk.on(call, it -> call(call, it, talk, headcount, guests)));
  }

  /** The guide does not know who is missing: the office calls the guests. */
  @Singleton
  ActionHandler missingUnknown(TripTalk talk, Headcount headcount) {
    return ActionHandler.of(
        "missing_unknown",
        call ->
            talk.on(
                call,
                it -> {
                  var seen = headcount.of(call.sql(), call.tenant(), it);
                  var list =
                      seen.parties().stream()
                          .filter(party -> party.state().equals(GuestParty.EXPECTED))
                          .map(party -> TripTalk.party(party) + " (" + party.place() + ")")
                          .collect(Collectors.joining(", "));
                  return waiting(call, it, talk.about(call, it))
                      .with("list", list.isEmpty() ? null : list)
                      .with("here", seen.counted().orElse(null))
                      .with(
                          "missing",
                          seen.counted().map(counted -> seen.expected() - counted).orElse(null))
                      .with("expected", seen.expected());
                }));
  }

  @Singleton
  ActionHandler guestAnswer(TripTalk talk, GuestRepository guests, HappeningRepository happenings) {
    return ActionHandler.of(
        "guest_answer",
        call ->
            call.fact("guest_trip")
                .flatMap(it -> talk.trip(call, it))
                .map(it -> answer(call, it, talk, guests, happenings))
                .orElseGet(
                    () -> ActionResult.about(call.asked().subject()).refusing("trip/gone_on")));
  }

  private static ActionResult call(
      ActionCall call, Trip trip, TripTalk talk, Headcount headcount, GuestRepository guests) {
    var meant =
        call.fact("tap_choice")
            .flatMap(it -> party(call, trip, it, guests))
            .filter(it -> it.state().equals(GuestParty.EXPECTED));
    if (meant.isEmpty() || !guests.ask(call.sql(), call.tenant(), meant.get(), call.now())) {
      return talk.about(call, trip).refusing("trip/called_already");
    }
    var party = meant.get();
    var seen = headcount.of(call.sql(), call.tenant(), trip);
    var named =
        seen.parties().stream()
            .filter(it -> it.askedAt() != null && it.state().equals(GuestParty.EXPECTED))
            .mapToInt(GuestParty::party)
            .sum();
    var result =
        waiting(call, trip, talk.about(call, trip))
            .telling("guest", party.person())
            .with("name", talk.name(call, party.person()).orElse(null))
            .with("family", TripTalk.party(party))
            .with("place", party.place())
            .with("coming", "coming")
            .with("later", "late")
            .with("never", "no")
            .noting("called", "A missing party was asked where they are: " + party.booking());
    var others = seen.counted().map(it -> seen.expected() - it - named).orElse(0);
    return others > 0 ? headcount.whom(trip, seen, result.with("others", others)) : result;
  }

  /** Until then they are waited for: some time after the start, and some time from now. */
  static ActionResult waiting(ActionCall call, Trip trip, ActionResult result) {
    var usual = trip.startsAt().plus(call.length("wait_for").orElse(USUAL));
    var least = call.now().plus(call.length("wait_more").orElse(MORE));
    return until(trip, result, usual.isAfter(call.now()) ? usual : least);
  }

  static ActionResult until(Trip trip, ActionResult result, Instant until) {
    return result.due(WAIT, until).with("until", TripTalk.moment(until, trip));
  }

  static Optional<GuestParty> party(
      ActionCall call, Trip trip, String booking, GuestRepository guests) {
    return guests.of(call.sql(), call.tenant(), trip.code()).stream()
        .filter(it -> it.booking().equals(booking))
        .findFirst();
  }

  private static ActionResult answer(
      ActionCall call,
      Trip trip,
      TripTalk talk,
      GuestRepository guests,
      HappeningRepository happenings) {
    var party = call.fact("guest_booking").flatMap(it -> party(call, trip, it, guests));
    var words = TripTalk.masked(TripTalk.words(call));
    happenings.add(
        call.sql(),
        call.tenant(),
        TripTalk.happening(
            call, trip, "guest_said", null, words.isEmpty() ? null : words, Happening.CLAIMED));
    var result =
        waiting(call, trip, talk.about(call, trip))
            .with("family", party.map(TripTalk::party).orElse(null))
            .with("words", words.isEmpty() ? null : words)
            .with("choice", call.fact("tap_choice").orElse(null));
    return party
        .map(
            it ->
                result.choosingFor(
                    "operations",
                    "leave_guests:" + it.booking(),
                    trip.code(),
                    "Without " + TripTalk.party(it),
                    "nobody waits for them"))
        .orElse(result);
  }
}
