package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;

/** Whoever fulfils a row to the letter, and nothing more, is answered by that row. */
class EveryRowTest {

  private record Table(String schema, String file, Phase phase) {}

  private static final List<Table> TABLES =
      List.of(
          new Table("wish", "10-classify/wish.csv", Phase.CLASSIFY),
          new Table("permit", "20-authorise/permit.csv", Phase.DECIDE),
          new Table("forbid", "20-authorise/forbid.csv", Phase.DECIDE),
          new Table("waitlist-permit", "20-authorise/waitlist-permit.csv", Phase.DECIDE),
          new Table("waitlist-forbid", "20-authorise/waitlist-forbid.csv", Phase.DECIDE),
          new Table("waitlist", "30-transition/waitlist.csv", Phase.DECIDE),
          new Table("lead", "30-transition/lead.csv", Phase.DECIDE),
          new Table("assign", "40-actions/assign.csv", Phase.DECIDE),
          new Table("notify", "40-actions/notify.csv", Phase.DECIDE),
          new Table("timers", "40-actions/timers.csv", Phase.DECIDE),
          new Table("approval-wish", "10-classify/approval-wish.csv", Phase.CLASSIFY),
          new Table("offer-wish", "10-classify/offer-wish.csv", Phase.CLASSIFY),
          new Table("payment-wish", "10-classify/payment-wish.csv", Phase.CLASSIFY),
          new Table("quote-wish", "10-classify/quote-wish.csv", Phase.CLASSIFY),
          new Table("approval-forbid", "20-authorise/approval-forbid.csv", Phase.DECIDE),
          new Table("approval-permit", "20-authorise/approval-permit.csv", Phase.DECIDE),
          new Table("payment-permit", "20-authorise/payment-permit.csv", Phase.DECIDE),
          new Table("quote-forbid", "20-authorise/quote-forbid.csv", Phase.DECIDE),
          new Table("quote-permit", "20-authorise/quote-permit.csv", Phase.DECIDE),
          new Table("booking", "30-transition/booking.csv", Phase.DECIDE),
          new Table("payment", "30-transition/payment.csv", Phase.DECIDE),
          new Table("quote", "30-transition/quote.csv", Phase.DECIDE),
          new Table("refund", "30-transition/refund.csv", Phase.DECIDE),
          new Table("sale-lead", "30-transition/sale-lead.csv", Phase.DECIDE),
          new Table("approval-notify", "40-actions/approval-notify.csv", Phase.DECIDE),
          new Table("approval-timers", "40-actions/approval-timers.csv", Phase.DECIDE),
          new Table("booking-notify", "40-actions/booking-notify.csv", Phase.DECIDE),
          new Table("booking-timers", "40-actions/booking-timers.csv", Phase.DECIDE),
          new Table("payment-notify", "40-actions/payment-notify.csv", Phase.DECIDE),
          new Table("payment-terms", "40-actions/payment-terms.csv", Phase.DECIDE),
          new Table("quote-notify", "40-actions/quote-notify.csv", Phase.DECIDE),
          new Table("quote-timers", "40-actions/quote-timers.csv", Phase.DECIDE),
          new Table("terms", "40-actions/terms.csv", Phase.DECIDE),
          new Table("waitlist-notify", "40-actions/waitlist-notify.csv", Phase.DECIDE),
          new Table("waitlist-timers", "40-actions/waitlist-timers.csv", Phase.DECIDE),
          new Table("approval-reply", "50-reply/approval-reply.csv", Phase.DECIDE),
          new Table("booking-reply", "50-reply/booking-reply.csv", Phase.DECIDE),
          new Table("payment-reply", "50-reply/payment-reply.csv", Phase.DECIDE),
          new Table("quote-reply", "50-reply/quote-reply.csv", Phase.DECIDE),
          new Table("waitlist-reply", "50-reply/waitlist-reply.csv", Phase.DECIDE),
          new Table("status-wish", "10-classify/status-wish.csv", Phase.CLASSIFY),
          new Table("status-permit", "20-authorise/status-permit.csv", Phase.DECIDE),
          new Table("why-wish", "10-classify/why-wish.csv", Phase.CLASSIFY),
          new Table("why-permit", "20-authorise/why-permit.csv", Phase.DECIDE),
          new Table("why-reply", "50-reply/why-reply.csv", Phase.DECIDE),
          new Table("status-reply", "50-reply/status-reply.csv", Phase.DECIDE),
          new Table("ask-which-wish", "10-classify/ask-which-wish.csv", Phase.CLASSIFY),
          new Table("change-wish", "10-classify/change-wish.csv", Phase.CLASSIFY),
          new Table("change-permit", "20-authorise/change-permit.csv", Phase.DECIDE),
          new Table("change-forbid", "20-authorise/change-forbid.csv", Phase.DECIDE),
          new Table("change", "30-transition/change.csv", Phase.DECIDE),
          new Table("change-terms", "40-actions/change-terms.csv", Phase.DECIDE),
          new Table("refund-terms", "40-actions/refund-terms.csv", Phase.DECIDE),
          new Table("change-notify", "40-actions/change-notify.csv", Phase.DECIDE),
          new Table("change-reply", "50-reply/change-reply.csv", Phase.DECIDE),
          new Table("trip-wish", "10-classify/trip-wish.csv", Phase.CLASSIFY),
          new Table("topic-wish", "10-classify/topic-wish.csv", Phase.CLASSIFY),
          new Table("media-wish", "10-classify/media-wish.csv", Phase.CLASSIFY),
          new Table("order-wish", "10-classify/order-wish.csv", Phase.CLASSIFY),
          new Table("topic-permit", "20-authorise/topic-permit.csv", Phase.DECIDE),
          new Table("order-permit", "20-authorise/order-permit.csv", Phase.DECIDE),
          new Table("media-permit", "20-authorise/media-permit.csv", Phase.DECIDE),
          new Table("media-forbid", "20-authorise/media-forbid.csv", Phase.DECIDE),
          new Table("photo", "30-transition/photo.csv", Phase.DECIDE),
          new Table("topic-notify", "40-actions/topic-notify.csv", Phase.DECIDE),
          new Table("topic-terms", "40-actions/topic-terms.csv", Phase.DECIDE),
          new Table("order-terms", "40-actions/order-terms.csv", Phase.DECIDE),
          new Table("media-terms", "40-actions/media-terms.csv", Phase.DECIDE),
          new Table("media-notify", "40-actions/media-notify.csv", Phase.DECIDE),
          new Table("media-timers", "40-actions/media-timers.csv", Phase.DECIDE),
          new Table("topic-reply", "50-reply/topic-reply.csv", Phase.DECIDE),
          new Table("order-reply", "50-reply/order-reply.csv", Phase.DECIDE),
          new Table("media-reply", "50-reply/media-reply.csv", Phase.DECIDE),
          new Table("inventory-wish", "10-classify/inventory-wish.csv", Phase.CLASSIFY),
          new Table("inventory-permit", "20-authorise/inventory-permit.csv", Phase.DECIDE),
          new Table("inventory-forbid", "20-authorise/inventory-forbid.csv", Phase.DECIDE),
          new Table("departure", "30-transition/departure.csv", Phase.DECIDE),
          new Table("staff-hold", "30-transition/staff-hold.csv", Phase.DECIDE),
          new Table("taken-offer", "30-transition/taken-offer.csv", Phase.DECIDE),
          new Table("inventory-terms", "40-actions/inventory-terms.csv", Phase.DECIDE),
          new Table("inventory-notify", "40-actions/inventory-notify.csv", Phase.DECIDE),
          new Table("inventory-timers", "40-actions/inventory-timers.csv", Phase.DECIDE),
          new Table("inventory-reply", "50-reply/inventory-reply.csv", Phase.DECIDE),
          new Table("approval-many-wish", "10-classify/approval-many-wish.csv", Phase.CLASSIFY),
          new Table("approval-many-forbid", "20-authorise/approval-many-forbid.csv", Phase.DECIDE),
          new Table("approval-many-permit", "20-authorise/approval-many-permit.csv", Phase.DECIDE),
          new Table("approval-many-notify", "40-actions/approval-many-notify.csv", Phase.DECIDE),
          new Table("approval-many-terms", "40-actions/approval-many-terms.csv", Phase.DECIDE),
          new Table("approval-many-timers", "40-actions/approval-many-timers.csv", Phase.DECIDE),
          new Table("approval-many-reply", "50-reply/approval-many-reply.csv", Phase.DECIDE),
          new Table("why-forbid", "20-authorise/why-forbid.csv", Phase.DECIDE),
          new Table("rules-wish", "10-classify/rules-wish.csv", Phase.CLASSIFY),
          new Table("goodwill-wish", "10-classify/goodwill-wish.csv", Phase.CLASSIFY),
          new Table("goodwill-permit", "20-authorise/goodwill-permit.csv", Phase.DECIDE),
          new Table("goodwill-notify", "40-actions/goodwill-notify.csv", Phase.DECIDE),
          new Table("goodwill-terms", "40-actions/goodwill-terms.csv", Phase.DECIDE),
          new Table("goodwill-timers", "40-actions/goodwill-timers.csv", Phase.DECIDE),
          new Table("goodwill-reply", "50-reply/goodwill-reply.csv", Phase.DECIDE),
          new Table("amend-wish", "10-classify/amend-wish.csv", Phase.CLASSIFY),
          new Table("amend-permit", "20-authorise/amend-permit.csv", Phase.DECIDE),
          new Table("amend-notify", "40-actions/amend-notify.csv", Phase.DECIDE),
          new Table("amend-reply", "50-reply/amend-reply.csv", Phase.DECIDE),
          new Table("hold-wish", "10-classify/hold-wish.csv", Phase.CLASSIFY),
          new Table("incident-wish", "10-classify/incident-wish.csv", Phase.CLASSIFY),
          new Table("sos-wish", "10-classify/sos-wish.csv", Phase.CLASSIFY),
          new Table("incident-permit", "20-authorise/incident-permit.csv", Phase.DECIDE),
          new Table("sos-permit", "20-authorise/sos-permit.csv", Phase.DECIDE),
          new Table("incident-forbid", "20-authorise/incident-forbid.csv", Phase.DECIDE),
          new Table("incident", "30-transition/incident.csv", Phase.DECIDE),
          new Table("incident-severity", "40-actions/incident-severity.csv", Phase.DECIDE),
          new Table("incident-terms", "40-actions/incident-terms.csv", Phase.DECIDE),
          new Table("incident-notify", "40-actions/incident-notify.csv", Phase.DECIDE),
          new Table("incident-timers", "40-actions/incident-timers.csv", Phase.DECIDE),
          new Table("sos-notify", "40-actions/sos-notify.csv", Phase.DECIDE),
          new Table("sos-timers", "40-actions/sos-timers.csv", Phase.DECIDE),
          new Table("incident-reply", "50-reply/incident-reply.csv", Phase.DECIDE),
          new Table("sos-reply", "50-reply/sos-reply.csv", Phase.DECIDE),
          new Table("approval", "30-transition/approval.csv", Phase.DECIDE),
          new Table("extend-wish", "10-classify/extend-wish.csv", Phase.CLASSIFY),
          new Table("extend-permit", "20-authorise/extend-permit.csv", Phase.DECIDE),
          new Table("extend-forbid", "20-authorise/extend-forbid.csv", Phase.DECIDE),
          new Table("extend-terms", "40-actions/extend-terms.csv", Phase.DECIDE),
          new Table("extend-notify", "40-actions/extend-notify.csv", Phase.DECIDE),
          new Table("extend-reply", "50-reply/extend-reply.csv", Phase.DECIDE),
          new Table("field-wish", "10-classify/field-wish.csv", Phase.CLASSIFY),
          new Table("field-permit", "20-authorise/field-permit.csv", Phase.DECIDE),
          new Table("field-forbid", "20-authorise/field-forbid.csv", Phase.DECIDE),
          new Table("trip", "30-transition/trip.csv", Phase.DECIDE),
          new Table("crew", "30-transition/crew.csv", Phase.DECIDE),
          new Table("field-notify", "40-actions/field-notify.csv", Phase.DECIDE),
          new Table("field-timers", "40-actions/field-timers.csv", Phase.DECIDE),
          new Table("field-terms", "40-actions/field-terms.csv", Phase.DECIDE),
          new Table("field-reply", "50-reply/field-reply.csv", Phase.DECIDE),
          new Table("assign-wish", "10-classify/assign-wish.csv", Phase.CLASSIFY),
          new Table("assign-permit", "20-authorise/assign-permit.csv", Phase.DECIDE),
          new Table("assign-forbid", "20-authorise/assign-forbid.csv", Phase.DECIDE),
          new Table("assignment", "30-transition/assignment.csv", Phase.DECIDE),
          new Table("former-assignment", "30-transition/former-assignment.csv", Phase.DECIDE),
          new Table("job-fit", "40-actions/job-fit.csv", Phase.DECIDE),
          new Table("job-notify", "40-actions/job-notify.csv", Phase.DECIDE),
          new Table("job-timers", "40-actions/job-timers.csv", Phase.DECIDE),
          new Table("assign-reply", "50-reply/assign-reply.csv", Phase.DECIDE),
          new Table("duty-wish", "10-classify/duty-wish.csv", Phase.CLASSIFY),
          new Table("duty-permit", "20-authorise/duty-permit.csv", Phase.DECIDE),
          new Table("duty-forbid", "20-authorise/duty-forbid.csv", Phase.DECIDE),
          new Table("overtime", "30-transition/overtime.csv", Phase.DECIDE),
          new Table("expense", "30-transition/expense.csv", Phase.DECIDE),
          new Table("leaving", "30-transition/leaving.csv", Phase.DECIDE),
          new Table("closing", "30-transition/closing.csv", Phase.DECIDE),
          new Table("approval", "30-transition/approval-duty.csv", Phase.DECIDE),
          new Table("duty-terms", "40-actions/duty-terms.csv", Phase.DECIDE),
          new Table("duty-notify", "40-actions/duty-notify.csv", Phase.DECIDE),
          new Table("duty-timers", "40-actions/duty-timers.csv", Phase.DECIDE),
          new Table("duty-reply", "50-reply/duty-reply.csv", Phase.DECIDE),
          new Table("answering-wish", "10-classify/answering-wish.csv", Phase.CLASSIFY),
          new Table("talk-wish", "10-classify/talk-wish.csv", Phase.CLASSIFY),
          new Table("handover-permit", "20-authorise/handover-permit.csv", Phase.DECIDE),
          new Table("handover-forbid", "20-authorise/handover-forbid.csv", Phase.DECIDE),
          new Table("handover", "30-transition/handover.csv", Phase.DECIDE),
          new Table("handover-terms", "40-actions/handover-terms.csv", Phase.DECIDE),
          new Table("handover-notify", "40-actions/handover-notify.csv", Phase.DECIDE),
          new Table("handover-timers", "40-actions/handover-timers.csv", Phase.DECIDE),
          new Table("handover-reply", "50-reply/handover-reply.csv", Phase.DECIDE),
          new Table("access-wish", "10-classify/access-wish.csv", Phase.CLASSIFY),
          new Table("safety-permit", "20-authorise/safety-permit.csv", Phase.DECIDE),
          new Table("safety-forbid", "20-authorise/safety-forbid.csv", Phase.DECIDE),
          new Table("safety-require", "20-authorise/safety-require.csv", Phase.DECIDE),
          new Table("phone", "30-transition/phone.csv", Phase.DECIDE),
          new Table("safety-terms", "40-actions/safety-terms.csv", Phase.DECIDE),
          new Table("safety-notify", "40-actions/safety-notify.csv", Phase.DECIDE),
          new Table("safety-reply", "50-reply/safety-reply.csv", Phase.DECIDE),
          new Table("broadcast-wish", "10-classify/broadcast-wish.csv", Phase.CLASSIFY),
          new Table("broadcast-permit", "20-authorise/broadcast-permit.csv", Phase.DECIDE),
          new Table("broadcast-forbid", "20-authorise/broadcast-forbid.csv", Phase.DECIDE),
          new Table("broadcast", "30-transition/broadcast.csv", Phase.DECIDE),
          new Table("broadcast-notify", "40-actions/broadcast-notify.csv", Phase.DECIDE),
          new Table("broadcast-terms", "40-actions/broadcast-terms.csv", Phase.DECIDE),
          new Table("broadcast-reply", "50-reply/broadcast-reply.csv", Phase.DECIDE),
          new Table("ask-help-wish", "10-classify/ask-help-wish.csv", Phase.CLASSIFY),
          new Table("help-terms", "40-actions/help-terms.csv", Phase.DECIDE),
          new Table("evidence-wish", "10-classify/evidence-wish.csv", Phase.CLASSIFY),
          new Table("evidence-permit", "20-authorise/evidence-permit.csv", Phase.DECIDE),
          new Table("evidence-forbid", "20-authorise/evidence-forbid.csv", Phase.DECIDE),
          new Table("evidence-terms", "40-actions/evidence-terms.csv", Phase.DECIDE),
          new Table("evidence-timers", "40-actions/evidence-timers.csv", Phase.DECIDE),
          new Table("evidence-reply", "50-reply/evidence-reply.csv", Phase.DECIDE),
          new Table("feedback-wish", "10-classify/feedback-wish.csv", Phase.CLASSIFY),
          new Table("feedback-permit", "20-authorise/feedback-permit.csv", Phase.DECIDE),
          new Table("feedback", "30-transition/feedback.csv", Phase.DECIDE),
          new Table("feedback-terms", "40-actions/feedback-terms.csv", Phase.DECIDE),
          new Table("feedback-timers", "40-actions/feedback-timers.csv", Phase.DECIDE),
          new Table("feedback-notify", "40-actions/feedback-notify.csv", Phase.DECIDE),
          new Table("feedback-reply", "50-reply/feedback-reply.csv", Phase.DECIDE),
          new Table("reply", "50-reply/reply.csv", Phase.DECIDE));

  static Stream<Arguments> rows() {
    return TABLES.stream()
        .flatMap(
            table ->
                IntStream.range(0, Shipped.rows(table.file()).size())
                    .mapToObj(row -> Arguments.of(table.file(), row + 2, table)));
  }

  @ParameterizedTest(name = "{0} row {1}")
  @MethodSource("rows")
  void a_row_is_reached(String file, int row, Table table) {
    var cells = Shipped.rows(file).get(row - 2);
    var hits = Shipped.release().book().ask(table.phase(), situation(table, cells));

    assertThat(hits).extracting(Hit::source).contains(file + "!" + row);
  }

  @Test
  void every_table_of_rules_is_looked_at() throws IOException {
    try (var files = Files.walk(Shipped.RULES)) {
      var tables =
          files
              .map(it -> Shipped.RULES.relativize(it).toString())
              .filter(it -> it.matches("[2-5].*\\.(csv|xlsx|drl)|10.*wish.*"));
      assertThat(tables).containsExactlyInAnyOrderElementsOf(files(TABLES));
    }
  }

  private static List<String> files(List<Table> tables) {
    return tables.stream().map(Table::file).toList();
  }

  private static Situation situation(Table table, Map<String, String> cells) {
    var values = new HashMap<String, Object>();
    for (var column : columns(table.schema())) {
      var cell = cells.get(String.valueOf(column.get("title")));
      var field = column.get("field");
      if (field != null && cell != null && !cell.isEmpty()) {
        value(String.valueOf(column.get("compare")), String.valueOf(field), cell)
            .forEach(values::put);
        if (column.get("currency") != null) {
          values.put(String.valueOf(column.get("currency")), currency(cell));
        }
      }
    }
    return new Situation(values);
  }

  private static Map<String, Object> value(String compare, String field, String cell) {
    return switch (compare) {
      case "yes_no" -> Map.of(field, cell.equals("yes"));
      case "range", "money" -> Map.of(field, number(compare, cell));
      case "known" -> cell.equals("yes") ? Map.of(field, something(field)) : Map.of();
      default -> Map.of(field, cell.startsWith("not ") ? other(field, cell) : cell.split(",")[0]);
    };
  }

  private static Object something(String field) {
    return Shipped.release().vocabulary().fields().stream()
            .anyMatch(it -> it.name().equals(field) && it.type() == Field.Type.NUMBER)
        ? 1L
        : "LD-301";
  }

  /** The code in a sum of money, or in that of a parameter. */
  private static String currency(String cell) {
    var typed = cell.replaceFirst("^[<>]=?\\s*", "");
    return Shipped.release().parameters().text(typed).orElse(typed).replaceAll("[^A-Z]", "");
  }

  /**
   * The number that just fits: 5 for "<= 5", 4 for "< 5", 6 for "> 5"; a parameter stands for its
   * value.
   */
  private static long number(String compare, String cell) {
    var typed = cell.replaceFirst("^[<>]=?\\s*", "");
    var word = Shipped.release().parameters().text(typed).orElse(typed);
    var number = Long.parseLong(word.replaceAll("[A-Z, ]", ""));
    var scaled = compare.equals("money") ? number * 100 : number;
    if (cell.startsWith("<") && !cell.startsWith("<=")) {
      return scaled - 1;
    }
    return cell.startsWith(">") && !cell.startsWith(">=") ? scaled + 1 : scaled;
  }

  /** A word of the field that is not the one that is left out. */
  private static String other(String field, String cell) {
    return Shipped.release().vocabulary().fields().stream()
        .filter(it -> it.name().equals(field))
        .map(Field::words)
        .flatMap(List::stream)
        .filter(it -> !cell.endsWith(it))
        .findFirst()
        .orElse("another");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> columns(String schema) {
    try {
      var file = Files.readString(Shipped.RULES.resolve("_schema/" + schema + ".yaml"));
      Map<String, Object> yaml = new Yaml().load(file);
      return (List<Map<String, Object>>) yaml.get("columns");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
