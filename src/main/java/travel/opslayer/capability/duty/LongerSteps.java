package travel.opslayer.capability.duty;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.duty.Requests.Plea;
import travel.opslayer.capability.duty.Shifts.Shift;
import travel.opslayer.trip.Overtime;
import travel.opslayer.trip.OvertimeRepository;

/** The day gets longer: for how long is asked first, then whoever decides is. */
@Factory
final class LongerSteps {

  private static final int USUAL = 120;
  private static final int HOUR = 60;
  private static final int HALF_HOUR = 30;
  private static final int WORDS = 120;
  private static final String KIND = "overtime";
  private static final String LATE = "late_";

  /** What was said is kept; nobody is asked before they tap. */
  @Singleton
  ActionHandler offerLonger(DutyTalk talk, OvertimeRepository overtimes) {
    return ActionHandler.of(
        "offer_longer", call -> talk.on(call, it -> offer(call, it, talk, overtimes)));
  }

  @Singleton
  ActionHandler askLonger(DutyTalk talk, OvertimeRepository overtimes, Requests requests) {
    return ActionHandler.of(
        "ask_longer", call -> talk.on(call, it -> ask(call, it, talk, overtimes, requests)));
  }

  @Singleton
  ActionHandler dropLonger(DutyTalk talk, OvertimeRepository overtimes) {
    return ActionHandler.of(
        "drop_longer",
        call ->
            talk.on(
                call,
                it -> {
                  var last = it.last();
                  var to = Moves.to(call, KIND);
                  last.ifPresent(
                      one ->
                          to.ifPresent(
                              state ->
                                  overtimes.move(
                                      call.sql(), call.tenant(), one, state, null, null)));
                  return talk.about(call, it);
                }));
  }

  /** Parties of the trip are told, each once, each with a decision of its own. */
  @Singleton
  ActionHandler tellLonger(DutyTalk talk, OvertimeRepository overtimes, Shifts shifts) {
    return ActionHandler.of("tell_longer", call -> tell(call, talk, overtimes, shifts));
  }

  /** After a yes without a word about the guests. */
  @Singleton
  ActionHandler informGuests(DutyTalk talk, OvertimeRepository overtimes, Shifts shifts) {
    return ActionHandler.of(
        "inform_guests",
        call ->
            Optional.ofNullable(call.asked().subject())
                .flatMap(it -> shifts.trip(call.sql(), call.tenant(), it))
                .flatMap(
                    trip ->
                        overtimes.onTrip(call.sql(), call.tenant(), trip.code()).stream()
                            .filter(it -> it.state().equals(Overtime.APPROVED))
                            .reduce((first, second) -> second)
                            .map(
                                it ->
                                    telling(call, talk.about(call, trip), it, talk, shifts)
                                        .noting("telling", "The guests are told.")))
                .orElseGet(
                    () ->
                        ActionResult.about(call.asked().subject())
                            .refusing("refused/not_in_state")));
  }

  /** Every party comes back as an event of its own. */
  static ActionResult telling(
      ActionCall call, ActionResult result, Overtime it, DutyTalk talk, Shifts shifts) {
    var trip = shifts.trip(call.sql(), call.tenant(), it.trip());
    var all = trip.map(one -> talk.parties(call, one)).orElse(List.of());
    var told = result.with("told", all.isEmpty() ? null : "yes");
    for (var party : all) {
      told = told.then("longer_told", it.code() + "/" + party.booking());
    }
    return told;
  }

  private static ActionResult offer(
      ActionCall call, Shift it, DutyTalk talk, OvertimeRepository overtimes) {
    var to = Moves.to(call, KIND);
    if (to.isEmpty()) {
      return Moves.stays(talk.about(call, it), it.last().map(Overtime::state).orElse("none"));
    }
    overtimes.add(
        call.sql(), call.tenant(), call.id(KIND), it.duty(), to.get(), why(call), call.now());
    var minutes = MoneyFacts.asks(call.asked()).orElse(USUAL);
    var less = minutes > HOUR ? minutes - HOUR : HALF_HOUR;
    var result = talk.about(call, it);
    for (var one : minutes == less ? new int[] {minutes} : new int[] {minutes, less}) {
      result =
          result.choosing(
              "ask_longer:" + one, it.trip().code(), "Ask " + SaidFigures.spoken(one), "");
    }
    return about(call, it, result, minutes);
  }

  /** The longer day in figures. */
  private static ActionResult about(ActionCall call, Shift it, ActionResult result, int minutes) {
    return result
        .with("hours", SaidFigures.spoken(minutes))
        .with("late", DutyTalk.moment(it.until().plus(Duration.ofMinutes(minutes)), it.trip()))
        .with("pay", DutyTalk.pay(call, minutes));
  }

  private static ActionResult ask(
      ActionCall call, Shift it, DutyTalk talk, OvertimeRepository overtimes, Requests requests) {
    var minutes = MoneyFacts.asks(call.asked());
    var to = Moves.to(call, KIND);
    if (minutes.isEmpty() || to.isEmpty()) {
      return Moves.stays(talk.about(call, it), it.last().map(Overtime::state).orElse("none"));
    }
    var considered =
        it.last()
            .filter(one -> one.state().equals(Overtime.CONSIDERED))
            .orElseGet(
                () ->
                    overtimes.add(
                        call.sql(),
                        call.tenant(),
                        call.id(KIND),
                        it.duty(),
                        Overtime.CONSIDERED,
                        why(call),
                        call.now()));
    return overtimes
        .move(call.sql(), call.tenant(), considered, to.get(), minutes.get(), null)
        .map(asked -> asked(call, it, asked, minutes.get(), talk, requests))
        .orElseGet(() -> Moves.stays(talk.about(call, it), considered.state()));
  }

  private static ActionResult asked(
      ActionCall call, Shift it, Overtime asked, int minutes, DutyTalk talk, Requests requests) {
    var until = it.until().plus(Duration.ofMinutes(minutes));
    var pay = Optional.ofNullable(DutyTalk.pay(call, minutes)).orElse(DutyTalk.nothing(call));
    var result =
        about(call, it, talk.about(call, it), minutes)
            .with("overtime", asked.code())
            .with("why", asked.why().isEmpty() ? null : asked.why())
            .with("affected", talk.affected(call, it.trip(), call.now(), until))
            .noting("asked", "%s more are asked for.".formatted(SaidFigures.spoken(minutes)));
    var told =
        requests.ask(
            call,
            result,
            new Plea(
                asked.code(),
                OvertimeApproval.OVERTIME,
                OvertimeApproval.content(asked),
                asked.why(),
                pay));
    var approval = told.subjects().get("decider");
    return minutes > HOUR && approval != null
        ? told.choosingFor("decider", "grant_less:" + HOUR, approval, "1 h only", "")
        : told;
  }

  /** One word where words of sort note say it, such as late_jam; else what they wrote. */
  private static String why(ActionCall call) {
    var words = DutyTalk.words(call);
    return call.asked().understanding().notes().stream()
        .filter(it -> it.startsWith(LATE))
        .sorted()
        .map(it -> it.substring(LATE.length()))
        .findFirst()
        .orElse(words.length() > WORDS ? words.substring(0, WORDS) : words);
  }

  private static ActionResult tell(
      ActionCall call, DutyTalk talk, OvertimeRepository overtimes, Shifts shifts) {
    var about = Optional.ofNullable(call.asked().subject()).orElse("");
    var booking = about.replaceFirst("^[^/]*/?", "");
    var meant = overtimes.byCode(call.sql(), call.tenant(), about.replaceFirst("/.*", ""));
    var trip = meant.flatMap(it -> shifts.trip(call.sql(), call.tenant(), it.trip()));
    var party =
        trip.stream()
            .flatMap(it -> talk.parties(call, it).stream())
            .filter(it -> it.booking().equals(booking))
            .findFirst();
    if (trip.isEmpty()
        || party.isEmpty()
        || !overtimes.tell(call.sql(), call.tenant(), meant.get(), booking, call.now())) {
      return ActionResult.about(about).refusing("refused/not_in_state");
    }
    var granted = meant.get().granted();
    var until =
        shifts
            .until(call.sql(), call.tenant(), meant.get())
            .orElse(trip.get().endsAt().plus(Duration.ofMinutes(granted == null ? 0 : granted)));
    var plan = talk.plan(call, trip.get(), booking, until);
    return talk.about(call, trip.get())
        .telling("guest", party.get().person())
        .with("name", talk.name(call, party.get().person()).orElse(null))
        .with("planned", DutyTalk.moment(trip.get().endsAt(), trip.get()))
        .with("until", DutyTalk.moment(until, trip.get()))
        .with("plan", plan.map(it -> it.what()).orElse(null))
        .with("planAt", plan.map(it -> DutyTalk.moment(it.startsAt(), trip.get())).orElse(null))
        .noting("told", "%s is told that it gets later.".formatted(booking));
  }
}
