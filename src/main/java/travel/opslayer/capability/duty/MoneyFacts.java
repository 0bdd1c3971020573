package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Deputies;
import travel.opslayer.capability.duty.ShiftFact.Says;
import travel.opslayer.capability.duty.Shifts.Shift;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.message.Content;
import travel.opslayer.trip.Expense;
import travel.opslayer.trip.ExpenseRepository;
import travel.opslayer.trip.Overtime;
import travel.opslayer.trip.OvertimeRepository;

/** Looks at what costs money in the field, and at who has to agree to it. */
@Singleton
final class MoneyFacts implements FactSource {

  private static final String BILL = "bill_";

  /** Those that {@link ExpenseFact} names. */
  private static final Set<String> KINDS = Set.of("fuel", "parking", "toll", "tea", "repair");

  /** Bills are told of for as long. */
  private static final Duration BACK = Duration.ofHours(48);

  private final Shifts shifts;
  private final OvertimeRepository overtimes;
  private final ExpenseRepository expenses;
  private final Approvals approvals;

  MoneyFacts(
      Shifts shifts,
      OvertimeRepository overtimes,
      ExpenseRepository expenses,
      Approvals approvals) {
    this.shifts = shifts;
    this.overtimes = overtimes;
    this.expenses = expenses;
    this.approvals = approvals;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(OvertimeFact.class, ExpenseFact.class, PleaFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var request = request(sql, it, desk);
      if (request.isPresent()) {
        overtime(sql, desk, request.get()).ifPresent(fact -> sheets.add(it, fact));
        expense(sql, it, desk, request.get()).ifPresent(fact -> sheets.add(it, fact));
      } else if (it.turn().contact().person().roles().contains("field")) {
        own(sql, it, desk, sheets);
      }
      if (it.turn().contact().person().isStaff() && it.turn().timer().isEmpty()) {
        plea(sql, it, desk, request).ifPresent(fact -> sheets.add(it, fact));
      }
    }
  }

  private Optional<Approval> request(Sql sql, Asked asked, Desk desk) {
    var isStaff = asked.turn().contact().person().isStaff();
    return Optional.ofNullable(asked.subject())
        .filter(it -> it.startsWith("AP-"))
        .filter(ignored -> isStaff || asked.turn().timer().isPresent())
        .flatMap(it -> approvals.byCode(sql, desk.tenant().id(), it))
        .filter(MoneyFacts::isOfTheField);
  }

  static boolean isOfTheField(Approval approval) {
    return Set.of(OvertimeApproval.OVERTIME, ExpenseApproval.EXPENSE).contains(approval.action());
  }

  private Optional<OvertimeFact> overtime(Sql sql, Desk desk, Approval request) {
    return overtimes
        .byCode(sql, desk.tenant().id(), request.subject())
        .map(it -> new OvertimeFact(it.code(), state(it), minutes(sql, desk, it)));
  }

  /** With what was granted before. */
  private @Nullable Long minutes(Sql sql, Desk desk, Overtime it) {
    var granted =
        overtimes.of(sql, desk.tenant().id(), it.crew()).stream()
            .filter(one -> !one.code().equals(it.code()))
            .mapToLong(one -> one.granted() == null ? 0 : one.granted())
            .sum();
    return it.minutes() == null ? null : granted + it.minutes();
  }

  private static OvertimeFact.State state(Overtime it) {
    return OvertimeFact.State.valueOf(it.state().toUpperCase(Locale.ROOT));
  }

  private Optional<ExpenseFact> expense(Sql sql, Asked asked, Desk desk, Approval request) {
    return expenses
        .byCode(sql, desk.tenant().id(), request.subject())
        .map(
            it ->
                of(
                    desk,
                    new Said(null, Optional.empty(), null, false),
                    it,
                    it.kind(),
                    it.amountMinor()));
  }

  /** What whoever is on a trip says about their own day. */
  private void own(Sql sql, Asked asked, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var person = asked.turn().contact().person().id();
    var named = ShiftFacts.named(asked).orElse(null);
    var shift = shifts.of(sql, tenant, person, named, desk.now());
    shift.ifPresent(it -> sheets.add(asked, longer(asked, it)));
    var all = expenses.since(sql, tenant, person, desk.now().minus(BACK));
    var last = all.isEmpty() ? null : all.getLast();
    var says = says(asked);
    var sum = SaidFigures.sum(asked.turn(), currency(desk).getDefaultFractionDigits());
    var kind = says == null ? last == null ? ExpenseFact.OTHER : last.kind() : known(says);
    var amount = sum.orElse(last == null || says != null ? null : last.amountMinor());
    var here =
        all.stream()
            .filter(it -> shift.filter(on -> on.trip().code().equals(it.trip())).isPresent())
            .filter(it -> !it.state().equals(Expense.REJECTED))
            .toList();
    var bare = bare(here, says, sum);
    var again = says != null && sum.isPresent() && isLast(here, says, sum);
    sheets.add(asked, of(desk, new Said(says, sum, bare, again), last, kind, amount));
  }

  private static OvertimeFact longer(Asked asked, Shift shift) {
    var last = shift.last();
    var wanted = asks(asked);
    return new OvertimeFact(
        last.map(Overtime::code).orElse(null),
        last.map(MoneyFacts::state).orElse(OvertimeFact.State.NONE),
        wanted.map(it -> it + (long) shift.granted()).orElse(null));
  }

  /** Minutes: as tapped, else as written. */
  static Optional<Integer> asks(Asked asked) {
    var tapped = asked.turn().tap().map(Content.Tap::id).filter(it -> it.startsWith("ask_longer:"));
    return tapped.isPresent()
        ? tapped
            .map(it -> it.replaceFirst("@.*", "").substring("ask_longer:".length()))
            .filter(it -> it.matches("[1-9]\\d{0,3}"))
            .map(Integer::valueOf)
        : Optional.of(asked)
            .filter(it -> ShiftFacts.says(it) == Says.LONGER)
            .flatMap(it -> SaidFigures.length(it.turn()));
  }

  /**
   * What they say now.
   *
   * @param bare code of the one whose picture is still asked for
   */
  private record Said(
      @Nullable String says, Optional<Long> sum, @Nullable String bare, boolean again) {}

  private static ExpenseFact of(
      Desk desk, Said said, @Nullable Expense it, String kind, @Nullable Long amount) {
    return new ExpenseFact(
        said.says(),
        said.sum().isPresent(),
        it == null ? null : it.code(),
        it == null ? null : ExpenseFact.State.valueOf(it.state().toUpperCase(Locale.ROOT)),
        it == null ? null : since(desk, it),
        kind,
        said.bare(),
        said.again(),
        amount,
        amount == null ? null : currency(desk).getCurrencyCode());
  }

  private static boolean isLast(List<Expense> here, String says, Optional<Long> sum) {
    return !here.isEmpty() && fits(here.getLast(), says, sum);
  }

  private static boolean fits(Expense it, @Nullable String says, Optional<Long> sum) {
    return (says == null || known(says).equals(it.kind()))
        && sum.filter(said -> !said.equals(it.amountMinor())).isEmpty();
  }

  private static @Nullable String bare(
      List<Expense> here, @Nullable String says, Optional<Long> sum) {
    var wordless = says == null && sum.isEmpty();
    return (wordless ? here.stream().skip(Math.max(0, here.size() - 1)) : here.stream())
        .filter(it -> it.receipt() == null && fits(it, says, sum))
        .map(Expense::code)
        .findFirst()
        .orElse(null);
  }

  private static Currency currency(Desk desk) {
    return desk.parameters().fieldCurrency();
  }

  private static long since(Desk desk, Expense it) {
    return Math.max(0, Duration.between(it.createdAt(), desk.now()).toMinutes());
  }

  /** {@code fuel} of the note {@code bill_fuel}. */
  private static @Nullable String says(Asked asked) {
    return asked.understanding().notes().stream()
        .filter(it -> it.startsWith(BILL))
        .sorted()
        .map(it -> it.substring(BILL.length()))
        .findFirst()
        .orElse(null);
  }

  private static String known(String says) {
    return KINDS.contains(says) ? says : ExpenseFact.OTHER;
  }

  private Optional<PleaFact> plea(Sql sql, Asked asked, Desk desk, Optional<Approval> request) {
    var isVoice =
        asked.turn().messages().stream()
            .anyMatch(
                it ->
                    it.content() instanceof Content.Media media
                        && media.type() == Content.Media.Type.AUDIO);
    if (!isVoice) {
      return Optional.empty();
    }
    var tenant = desk.tenant().id();
    var person = asked.turn().contact().person();
    var active = approvals.deputies().active(sql, tenant, desk.now());
    var voted = Set.copyOf(approvals.votedBy(sql, tenant, person.id()));
    var waiting =
        approvals.open(sql, tenant, desk.now()).stream()
            .filter(it -> !it.requestedBy().equals(person.id()) && !voted.contains(it.id()))
            .filter(it -> Deputies.mayDecide(it, person.id(), person.roles(), active))
            .toList();
    var only = waiting.size() == 1 ? waiting.stream().findFirst() : Optional.<Approval>empty();
    var meant = request.or(() -> asked.subject() == null ? only : Optional.empty());
    return Optional.of(
        new PleaFact(
            meant.filter(MoneyFacts::isOfTheField).map(Approval::code).orElse(null),
            meant.filter(MoneyFacts::isOfTheField).map(Approval::action).orElse(null),
            waiting.size(),
            asked.understanding().notes().contains("tell_guests"),
            !asked.turn().bubbles().isEmpty()));
  }
}
