package travel.opslayer.capability.trip;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Trip;

/** Nobody is left behind by a clock: it asks, and a colleague says so. */
@Factory
final class NoShows {

  private static final String CAME = "guests_came:";

  private static final Duration MORE = Duration.ofMinutes(10);

  /** The time to wait is over, and guests are missing: the office decides. */
  @Singleton
  ActionHandler endWait(TripTalk talk, Headcount headcount) {
    return new Step("end_wait", talk, (call, trip) -> ask(call, trip, talk, headcount));
  }

  @Singleton
  ActionHandler leaveGuests(TripTalk talk, Headcount headcount, GuestRepository guests) {
    return new Step(
        "leave_guests", talk, (call, trip) -> leave(call, trip, talk, headcount, guests));
  }

  /** More are here than are waited for, and somebody was left: who of them has come? */
  @Singleton
  ActionHandler askWhoCame(TripTalk talk, Headcount headcount) {
    return new Step(
        "ask_who_came",
        talk,
        (call, trip) ->
            choosing(
                trip,
                headcount.of(call.sql(), call.tenant(), trip),
                headcount.count(call, trip, talk.about(call, trip))));
  }

  @Singleton
  ActionHandler guestsCame(TripTalk talk, Headcount headcount, GuestRepository guests) {
    return new Step("guests_came", talk, (call, trip) -> came(call, trip, talk, headcount, guests));
  }

  @Singleton
  ActionHandler waitMore(TripTalk talk) {
    return new Step(
        "wait_more",
        talk,
        (call, trip) ->
            Calling.until(
                    trip,
                    talk.about(call, trip),
                    call.now().plus(call.length("wait_more").orElse(MORE)))
                .noting("waits", "The guests are waited for a little longer."));
  }

  private static ActionResult ask(ActionCall call, Trip trip, TripTalk talk, Headcount headcount) {
    var seen = headcount.of(call.sql(), call.tenant(), trip);
    var missing = missing(seen.parties());
    var result =
        talk.about(call, trip)
            .with("families", names(missing))
            .with("here", seen.counted().orElse(null))
            .with("expected", seen.expected());
    for (var it : missing) {
      result =
          result.choosingFor(
              "operations",
              "leave_guests:" + it.booking(),
              trip.code(),
              "Without " + TripTalk.party(it),
              it.place());
    }
    return result;
  }

  private static ActionResult leave(
      ActionCall call, Trip trip, TripTalk talk, Headcount headcount, GuestRepository guests) {
    var party =
        call.fact("tap_choice")
            .flatMap(it -> Calling.party(call, trip, it, guests))
            .filter(it -> it.state().equals(GuestParty.EXPECTED))
            .flatMap(
                it -> guests.seen(call.sql(), call.tenant(), it, it.here(), GuestParty.NO_SHOW));
    if (party.isEmpty()) {
      return talk.about(call, trip).refusing("trip/nobody_left");
    }
    var now = talk.meant(call).orElse(trip);
    var seen = headcount.of(call.sql(), call.tenant(), now);
    var left = party.get();
    return talk.about(call, now)
        .telling("guest", left.person())
        .with("name", talk.name(call, left.person()).orElse(null))
        .with("family", TripTalk.party(left))
        .with("here", seen.counted().orElse(null))
        .with("expected", seen.expected())
        .choosingFor(
            "guide",
            CAME + left.booking(),
            trip.code(),
            "They came after all",
            TripTalk.party(left))
        .noting("no_show", "A colleague decided that nobody waits for " + left.booking() + ".");
  }

  private static ActionResult choosing(Trip trip, Headcount.Seen seen, ActionResult result) {
    var left = seen.leftBehind().toList();
    var choosing = result.with("families", names(left)).with("expected", seen.expected());
    for (var it : left) {
      choosing =
          choosing.choosing(CAME + it.booking(), trip.code(), TripTalk.party(it), it.place());
    }
    return choosing;
  }

  private static ActionResult came(
      ActionCall call, Trip trip, TripTalk talk, Headcount headcount, GuestRepository guests) {
    var gone = trip.state().equals(Trip.IN_PROGRESS);
    var party =
        call.fact("tap_choice")
            .flatMap(it -> Calling.party(call, trip, it, guests))
            .filter(it -> it.state().equals(GuestParty.NO_SHOW))
            .flatMap(it -> guests.seen(call.sql(), call.tenant(), it, it.party(), GuestParty.HERE));
    if (party.isEmpty()) {
      return talk.about(call, trip).refusing("trip/nobody_left");
    }
    var now = talk.meant(call).orElse(trip);
    var seen = headcount.joined(call, now, party.get().party());
    var more = seen.counted().filter(it -> it > seen.expected()).isPresent();
    var about = talk.about(call, now);
    var result = gone ? about : about.choosing("start_trip", now.code(), "We go", "");
    return (more ? choosing(now, seen, result) : result)
        .with("family", TripTalk.party(party.get()))
        .with("expected", seen.expected())
        .noting("came", "Those of " + party.get().booking() + " came after all.");
  }

  /** Those whom the guide has named; all who may be missing where they have named nobody. */
  private static List<GuestParty> missing(List<GuestParty> parties) {
    var expected = parties.stream().filter(it -> it.state().equals(GuestParty.EXPECTED)).toList();
    var named = expected.stream().filter(it -> it.askedAt() != null).toList();
    return named.isEmpty() ? expected : named;
  }

  private static @Nullable String names(List<GuestParty> parties) {
    return parties.isEmpty()
        ? null
        : parties.stream().map(TripTalk::party).collect(Collectors.joining(", "));
  }

  private record Step(String name, TripTalk talk, BiFunction<ActionCall, Trip, ActionResult> work)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return talk.on(call, it -> work.apply(call, it));
    }
  }
}
