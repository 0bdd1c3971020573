package travel.opslayer.capability.incident;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.ToldRepository;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.FlightRepository;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;

/** Crew and guests are told, each in their language; of guests each booking once. */
@Factory
final class TellSteps {

  @Singleton
  ActionHandler tellCrew(CrewRepository crew, IncidentTalk talk) {
    return new Step(
        "tell_crew",
        talk,
        (call, it) ->
            duty(call, crew)
                .map(duty -> talk.about(call, it).telling("crew", duty.person()))
                .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW)));
  }

  @Singleton
  ActionHandler tellGuest(
      GuestRepository guests, FlightRepository flights, ToldRepository told, IncidentTalk talk) {
    return new Step(
        "tell_guest",
        talk,
        (call, it) -> {
          var booking = party(call);
          var person = person(call, it, guests, booking);
          if (person.isEmpty()) {
            return ActionResult.about(it.code()).refusing(Step.NOT_NOW);
          }
          told.told(call.sql(), call.tenant(), it.id(), booking, person.get(), call.now());
          return guest(call, it, person.get(), flights, talk)
              .noting("told", "%s is told.".formatted(booking));
        });
  }

  /** It is over; said once. */
  @Singleton
  ActionHandler tellOver(FlightRepository flights, ToldRepository told, IncidentTalk talk) {
    return new Step(
        "tell_over",
        talk,
        (call, it) -> {
          var party = told.of(call.sql(), call.tenant(), it.id(), party(call));
          return party
              .filter(one -> told.over(call.sql(), call.tenant(), one, call.now()))
              .map(
                  one ->
                      guest(call, it, one.person(), flights, talk)
                          .noting("told", "%s is told that it is over.".formatted(one.booking())))
              .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW));
        });
  }

  /** What a guest may know, which is not what staff know. */
  private static ActionResult guest(
      ActionCall call, Incident it, UUID person, FlightRepository flights, IncidentTalk talk) {
    var leaves =
        flights
            .of(call.sql(), call.tenant(), Objects.requireNonNullElse(it.trip(), ""))
            .get(party(call));
    return talk.about(call, it)
        .telling("guest", person)
        .with(
            "flightAt",
            leaves == null || !leaves.isAfter(call.now()) ? null : talk.moment(call, leaves))
        .with(
            "late",
            talk.arrival(call, it)
                .filter(at -> leaves != null && !at.isBefore(leaves))
                .map(at -> "yes")
                .orElse(null));
  }

  static Optional<UUID> person(
      ActionCall call, Incident it, GuestRepository guests, String booking) {
    return guests.of(call.sql(), call.tenant(), Objects.requireNonNullElse(it.trip(), "")).stream()
        .filter(party -> party.booking().equals(booking))
        .map(GuestParty::person)
        .findFirst();
  }

  /** {@code BK-2041}; empty when no party is spoken of. */
  static String party(ActionCall call) {
    return call.fact("incident_party").orElse("");
  }

  private static Optional<Duty> duty(ActionCall call, CrewRepository crew) {
    var subject = Objects.requireNonNullElse(call.asked().subject(), "");
    return crew.byCode(call.sql(), call.tenant(), subject.replaceFirst("^[^/]*/", ""));
  }
}
