package travel.opslayer.capability.incident;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.facts.Desk;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.Plan;
import travel.opslayer.incident.ToldRepository;
import travel.opslayer.reply.Money;
import travel.opslayer.trip.GuestRepository;

/** A guest asks what becomes of them: promised, kept, and an alarm when it is not. */
@Factory
final class PromiseSteps {

  private static final Duration USUAL = Duration.ofMinutes(15);

  /** It agrees or chats: nothing is promised. */
  @Singleton
  ActionHandler noteGuest(IncidentTalk talk, Reports reports) {
    return new Step(
        "note_guest",
        talk,
        (call, it) -> {
          reports.keep(call, it.id(), it.trip());
          return talk.about(call, it).with("words", words(call));
        });
  }

  @Singleton
  ActionHandler promiseAnswer(ToldRepository told, IncidentTalk talk, Reports reports) {
    return new Step(
        "promise_answer",
        talk,
        (call, it) -> {
          reports.keep(call, it.id(), it.trip());
          var by = call.now().plus(call.length("promise_within").orElse(USUAL));
          var booking = TellSteps.party(call);
          var promise =
              told.promise(call.sql(), call.tenant(), it.id(), booking, call.person().id(), by);
          var until = promise.promisedBy() == null ? by : promise.promisedBy();
          var left = Math.max(1, Duration.between(call.now(), until).plusSeconds(59).toMinutes());
          return party(call, it, talk)
              .due("promise_due", until)
              .with("words", words(call))
              .with("by", talk.moment(call, until))
              .with("minutes", left)
              .noting("promise", "%s is promised an answer.".formatted(booking));
        });
  }

  @Singleton
  ActionHandler missPromise(IncidentTalk talk, ToldRepository told) {
    return new Step(
        "miss_promise",
        talk,
        (call, it) -> {
          var waiting = told.of(call.sql(), call.tenant(), it.id(), TellSteps.party(call));
          return party(call, it, talk)
              .with("name", waiting.map(one -> talk.name(call, one.person())).orElse(null))
              .noting("promise_missed", "The promised answer has not been written.");
        });
  }

  /** What a colleague writes, quoting what a guest has asked, goes to the guest. */
  @Singleton
  ActionHandler answerGuest(ToldRepository told, GuestRepository guests, IncidentTalk talk) {
    return new Step(
        "answer_guest",
        talk,
        (call, it) ->
            kept(call, it, told, guests, talk)
                .with("words", words(call))
                .noting("answered", "%s writes to them.".formatted(ReportSteps.who(call))));
  }

  /** A car for this party alone: which one? */
  @Singleton
  ActionHandler planCar(IncidentTalk talk) {
    return new Step(
        "plan_car",
        talk,
        (call, it) -> {
          var result =
              party(call, it, talk)
                  .with("cost", money(call, "P-CAR"))
                  .with("limit", money(call, "P-SPEND-OPERATIONS"));
          var subject = String.valueOf(result.subject());
          for (var car : cars(call.desk())) {
            result = result.choosing("book_car:" + slug(car), subject, car, "");
          }
          return result;
        });
  }

  @Singleton
  ActionHandler bookCar(ToldRepository told, GuestRepository guests, IncidentTalk talk) {
    return new Step(
        "book_car",
        talk,
        (call, it) -> {
          var car =
              cars(call.desk()).stream()
                  .filter(one -> call.fact("tap_choice").filter(slug(one)::equals).isPresent())
                  .findFirst();
          return car.isEmpty()
              ? ActionResult.about(it.code()).refusing("incident/no_such_car")
              : booked(call, it, car.get(), kept(call, it, told, guests, talk), told, talk);
        });
  }

  private static ActionResult booked(
      ActionCall call,
      Incident it,
      String car,
      ActionResult result,
      ToldRepository told,
      IncidentTalk talk) {
    var person = result.people().get("guest");
    if (person != null) {
      told.car(call.sql(), call.tenant(), it.id(), TellSteps.party(call), person, car);
    }
    talk.leave(call, it);
    var latest =
        talk.plan(call, it)
            .map(Plan::arrivesAt)
            .map(at -> at.plus(call.length("car_after").orElse(Duration.ofMinutes(8))));
    var there = latest.map(at -> at.plus(call.length("car_drive").orElse(Duration.ofMinutes(90))));
    return result
        .with("car", car)
        .with("latest", latest.map(at -> talk.moment(call, at)).orElse(null))
        .with("there", there.map(at -> talk.moment(call, at)).orElse(null))
        .noting("car", "%s has %s stand by.".formatted(ReportSteps.who(call), car));
  }

  /** They are written to now; what was promised is kept by it. */
  private static ActionResult kept(
      ActionCall call,
      Incident it,
      ToldRepository told,
      GuestRepository guests,
      IncidentTalk talk) {
    var booking = TellSteps.party(call);
    var person = TellSteps.person(call, it, guests, booking);
    var result =
        party(call, it, talk)
            .telling("guest", person.orElse(null))
            .with("colleague", talk.name(call, call.person().id()))
            .with("name", person.map(one -> talk.name(call, one)).orElse(null));
    return told.kept(call.sql(), call.tenant(), it.id(), booking, call.now())
        ? result.noting("promise_kept", "The promised answer is written.")
        : result;
  }

  /** About the party that is spoken of, so that a tap or an answer is for them. */
  private static ActionResult party(ActionCall call, Incident it, IncidentTalk talk) {
    var booking = TellSteps.party(call);
    return talk.about(call, it, booking.isEmpty() ? it.code() : it.code() + "/" + booking)
        .with("name", talk.name(call, call.person().id()))
        .with("booking", booking);
  }

  static String words(ActionCall call) {
    return String.join("\n", call.asked().turn().bubbles());
  }

  private static Money money(ActionCall call, String parameter) {
    var currency = call.desk().parameters().fieldCurrency();
    var whole = BigDecimal.valueOf(Surroundings.number(call.desk(), parameter));
    return new Money(
        whole.movePointRight(currency.getDefaultFractionDigits()).longValue(),
        currency.getCurrencyCode());
  }

  private static List<String> cars(Desk desk) {
    return Optional.ofNullable(desk.parameters().text("P-CARS").orElse(null)).stream()
        .flatMap(it -> Stream.of(it.split(";")))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static String slug(String car) {
    return car.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
