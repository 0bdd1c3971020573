package travel.opslayer.capability.incident;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.incident.Plan;
import travel.opslayer.incident.PlanRepository;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.FlightRepository;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;

/** What operations write about help is understood as a proposal, and told when they confirm it. */
@Factory
final class PlanSteps {

  @Singleton
  ActionHandler proposePlan(
      PlanRepository plans,
      GuestRepository guests,
      FlightRepository flights,
      SaleTalk sale,
      IncidentTalk talk) {
    return new Step(
        "propose_plan",
        talk,
        (call, it) -> {
          var words = Surroundings.plan(call.asked(), call.desk()).orElseThrow();
          var draft =
              new Plan(
                  it.id(),
                  0,
                  words.plate(),
                  words.driver(),
                  words.arrivesAt(),
                  call.person().id(),
                  Plan.PROPOSED);
          var plan = plans.propose(call.sql(), call.tenant(), draft);
          var told = counted(call, it, guests, sale, talk.about(call, it));
          return flight(call, it, guests, flights, talk, told)
              .as(plan.number())
              .noting(
                  "plan",
                  "%s proposes a vehicle, there at %s."
                      .formatted(ReportSteps.who(call), clock(call, plan)));
        });
  }

  @Singleton
  ActionHandler sendPlan(
      PlanRepository plans,
      IncidentRepository incidents,
      CrewRepository crew,
      GuestRepository guests,
      IncidentTalk talk) {
    return new Step(
        "send_plan",
        talk,
        (call, it) -> sent(call, it, new Sending(plans, incidents, crew, guests, talk, true)));
  }

  @Singleton
  ActionHandler sendPlanCrew(
      PlanRepository plans,
      IncidentRepository incidents,
      CrewRepository crew,
      GuestRepository guests,
      IncidentTalk talk) {
    return new Step(
        "send_plan_crew",
        talk,
        (call, it) -> sent(call, it, new Sending(plans, incidents, crew, guests, talk, false)));
  }

  /** They write it once more. */
  @Singleton
  ActionHandler editPlan(IncidentTalk talk) {
    return new Step("edit_plan", talk, (call, it) -> talk.about(call, it));
  }

  private record Sending(
      PlanRepository plans,
      IncidentRepository incidents,
      CrewRepository crew,
      GuestRepository guests,
      IncidentTalk talk,
      boolean everybody) {}

  private static ActionResult sent(ActionCall call, Incident it, Sending sending) {
    var to = Moves.to(call, "incident");
    var plan = sending.talk().plan(call, it).filter(last -> isShown(call, last) && to.isPresent());
    if (plan.isEmpty() || !sending.plans().send(call.sql(), call.tenant(), plan.get())) {
      return ActionResult.about(it.code()).refusing("incident/plan_over");
    }
    var owner = it.owner() == null ? call.person().id() : it.owner();
    var now =
        sending.incidents().take(call.sql(), call.tenant(), it, owner, to.orElseThrow()).orElse(it);
    return telling(call, now, sending, sending.talk().about(call, now));
  }

  /** Everybody is told by a decision of their own. */
  private static ActionResult telling(
      ActionCall call, Incident it, Sending sending, ActionResult result) {
    var trip = Objects.requireNonNullElse(it.trip(), "");
    var crew =
        sending.crew().onTrip(call.sql(), call.tenant(), trip).stream()
            .filter(Duty::isTheirs)
            .map(Duty::code)
            .toList();
    var parties =
        sending.everybody()
            ? parties(call, it, sending.guests()).stream().map(GuestParty::booking).toList()
            : List.<String>of();
    for (var code : crew) {
      result = result.then("tell_crew", it.code() + "/" + code);
    }
    for (var code : parties) {
      result = result.then("tell_guest", it.code() + "/" + code);
    }
    return result
        .with("crew", crew.size())
        .with("bookings", parties.size())
        .noting(
            "plan_sent",
            "%s has %d of the crew and %d bookings told."
                .formatted(ReportSteps.who(call), crew.size(), parties.size()));
  }

  /** How many bookings there are, and how many can be written to freely. */
  private static ActionResult counted(
      ActionCall call, Incident it, GuestRepository guests, SaleTalk sale, ActionResult result) {
    var bookings = 0;
    var free = 0;
    var closed = 0;
    for (var party : parties(call, it, guests)) {
      var contact = sale.contact(call, party.person());
      bookings++;
      if (contact.isPresent() && contact.get().windowOpen(call.now())) {
        free++;
      } else if (contact.isPresent()) {
        closed++;
      }
    }
    var nobody = bookings - free - closed;
    return result
        .with("bookings", bookings)
        .with("free", free)
        .with("closed", closed)
        .with("nobody", nobody == 0 ? null : nobody);
  }

  /** The first of them who has a flight to catch. */
  private static ActionResult flight(
      ActionCall call,
      Incident it,
      GuestRepository guests,
      FlightRepository flights,
      IncidentTalk talk,
      ActionResult result) {
    var leaving = flights.of(call.sql(), call.tenant(), Objects.requireNonNullElse(it.trip(), ""));
    var first =
        leaving.entrySet().stream()
            .filter(one -> one.getValue().isAfter(call.now()))
            .min(Map.Entry.comparingByValue());
    if (first.isEmpty()) {
      return result;
    }
    var who =
        parties(call, it, guests).stream()
            .filter(party -> party.booking().equals(first.get().getKey()))
            .map(party -> talk.name(call, party.person()))
            .findFirst()
            .orElse(null);
    var spare =
        talk.arrival(call, it).map(at -> Duration.between(at, first.get().getValue()).toMinutes());
    return result
        .with("flyer", who)
        .with("flightAt", talk.moment(call, first.get().getValue()))
        .with("late", spare.filter(left -> left <= 0).map(left -> "yes").orElse(null));
  }

  /** Those who travel: whoever was left behind has another trouble. */
  private static List<GuestParty> parties(ActionCall call, Incident it, GuestRepository guests) {
    var trip = Objects.requireNonNullElse(it.trip(), "");
    return guests.travelling(call.sql(), call.tenant(), trip);
  }

  /** Is it the one that they have seen? */
  private static boolean isShown(ActionCall call, Plan plan) {
    var seen = call.asked().version();
    return seen == null || seen == plan.number();
  }

  private static String clock(ActionCall call, Plan plan) {
    return plan.arrivesAt()
        .atZone(call.desk().tenant().zone())
        .toLocalTime()
        .toString()
        .substring(0, 5);
  }
}
