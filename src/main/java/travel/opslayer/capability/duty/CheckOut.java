package travel.opslayer.capability.duty;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.capability.duty.Shifts.Shift;
import travel.opslayer.trip.Checkout;
import travel.opslayer.trip.CheckoutRepository;
import travel.opslayer.trip.Duty;

/**
 * Somebody is done. What the tables want to know first is asked, and what is said at once is heard
 * at once.
 */
@Factory
final class CheckOut {

  static final String CHECK_OUT = "check_out";
  static final List<String> ITEMS = List.of("dropped", "km", "bills");
  private static final String YES = "yes";

  @Singleton
  ActionHandler checkOut(DutyTalk talk, CheckoutRepository checkouts, Ending ending) {
    return new Leave(CHECK_OUT, false, talk, checkouts, ending);
  }

  /** The answer to what was asked, tapped. */
  @Singleton
  ActionHandler sayDropped(DutyTalk talk, CheckoutRepository checkouts, Ending ending) {
    return new Leave("say_dropped", false, talk, checkouts, ending);
  }

  /** What is open stays open, and somebody asks for it tomorrow. */
  @Singleton
  ActionHandler checkOutAnyway(DutyTalk talk, CheckoutRepository checkouts, Ending ending) {
    return new Leave("check_out_anyway", true, talk, checkouts, ending);
  }

  /** How the kilometres are told. */
  @Singleton
  ActionHandler sayKm(DutyTalk talk) {
    return new Leave("say_km", talk);
  }

  private record Leave(
      String name,
      boolean anyway,
      DutyTalk talk,
      @Nullable CheckoutRepository checkouts,
      @Nullable Ending ending)
      implements ActionHandler {

    /** Only says how. */
    Leave(String name, DutyTalk talk) {
      this(name, false, talk, null, null);
    }

    @Override
    public ActionResult run(ActionCall call) {
      return talk.on(
          call,
          it ->
              checkouts == null || ending == null
                  ? talk.about(call, it)
                  : leave(call, it, checkouts, ending));
    }

    private ActionResult leave(
        ActionCall call, Shift shift, CheckoutRepository checkouts, Ending ending) {
      var asked = checkouts.ask(call.sql(), call.tenant(), shift.duty(), DutyTalk.happened(call));
      var dropped = ShiftFacts.dropped(call.asked(), shift).orElse(null);
      var km = SaidFigures.km(call.asked().turn()).orElse(null);
      var last = checkouts.lastKm(call.sql(), call.tenant(), shift.trip()).orElse(null);
      var about = talk.about(call, shift).with("km", spoken(km)).with("lastKm", spoken(last));
      if (km != null && isOdd(call, km, last)) {
        checkouts.tell(call.sql(), call.tenant(), asked, dropped, null, null);
        return about.refusing("duty/km_odd");
      }
      var told =
          checkouts.tell(
              call.sql(), call.tenant(), asked, dropped, km, km == null ? photo(call) : null);
      var open = open(call);
      if (!open.isEmpty() && !anyway) {
        return options(about, shift, open).refusing("duty/almost");
      }
      return call.decision().assigned("ask_when").filter(YES::equals).isPresent()
          ? about.refusing("duty/when_done")
          : ending.end(call, shift, told, last, String.join(", ", open), about);
    }

    private static boolean isOdd(ActionCall call, int km, @Nullable Integer last) {
      var most = call.decision().assigned("km_most").filter(it -> it.matches("\\d{1,6}"));
      return last != null
          && (km < last || most.filter(it -> km - last > Integer.parseInt(it)).isPresent());
    }

    private static List<String> open(ActionCall call) {
      return ITEMS.stream()
          .filter(it -> call.decision().assigned("open_" + it).filter(YES::equals).isPresent())
          .toList();
    }

    private static @Nullable UUID photo(ActionCall call) {
      return ShiftFacts.shows(call.asked()) ? DutyTalk.shown(call).orElse(null) : null;
    }

    private static ActionResult options(ActionResult about, Shift shift, List<String> open) {
      var trip = shift.trip();
      var result =
          about.with("count", open.size()).with("bills", open.contains("bills") ? YES : null);
      if (open.contains("dropped")) {
        result =
            result.choosing(
                "say_dropped:" + trip.guests(),
                trip.code(),
                "Guests dropped",
                "All %d at their hotels?".formatted(trip.guests()));
      }
      return open.contains("km")
          ? result.choosing("say_km", trip.code(), "Kilometres", "Odometer photo or number")
          : result;
    }
  }

  static @Nullable String spoken(@Nullable Integer km) {
    return km == null ? null : String.format(Locale.ENGLISH, "%,d", km);
  }

  /** All that they told, without what is empty. */
  static Optional<String> listed(List<String> words) {
    var all = new ArrayList<>(words);
    all.removeIf(String::isBlank);
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all));
  }

  static boolean isGuide(Duty duty) {
    return !duty.role().equals(Duty.DRIVER);
  }

  static boolean isClaimed(@Nullable Checkout it) {
    return it != null && "claimed".equals(it.trust());
  }
}
