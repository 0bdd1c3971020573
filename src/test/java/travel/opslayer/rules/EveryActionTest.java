package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.action.ActionHandler;

/** Asks the same of every action. */
class EveryActionTest {

  private static final List<String> PERMITS =
      List.of(
          "20-authorise/permit.csv",
          "20-authorise/waitlist-permit.csv",
          "20-authorise/quote-permit.csv",
          "20-authorise/payment-permit.csv",
          "20-authorise/topic-permit.csv",
          "20-authorise/order-permit.csv",
          "20-authorise/media-permit.csv",
          "20-authorise/status-permit.csv",
          "20-authorise/why-permit.csv",
          "20-authorise/extend-permit.csv",
          "20-authorise/change-permit.csv",
          "20-authorise/inventory-permit.csv",
          "20-authorise/approval-many-permit.csv",
          "20-authorise/goodwill-permit.csv",
          "20-authorise/amend-permit.csv",
          "20-authorise/incident-permit.csv",
          "20-authorise/sos-permit.csv",
          "20-authorise/field-permit.csv",
          "20-authorise/assign-permit.csv",
          "20-authorise/duty-permit.csv",
          "20-authorise/handover-permit.csv",
          "20-authorise/safety-permit.csv",
          "20-authorise/broadcast-permit.csv",
          "20-authorise/evidence-permit.csv",
          "20-authorise/feedback-permit.csv",
          "20-authorise/approval-permit.csv");

  private static final List<String> WISHES =
      List.of(
          "10-classify/wish.csv",
          "10-classify/quote-wish.csv",
          "10-classify/offer-wish.csv",
          "10-classify/payment-wish.csv",
          "10-classify/topic-wish.csv",
          "10-classify/trip-wish.csv",
          "10-classify/order-wish.csv",
          "10-classify/media-wish.csv",
          "10-classify/status-wish.csv",
          "10-classify/why-wish.csv",
          "10-classify/extend-wish.csv",
          "10-classify/change-wish.csv",
          "10-classify/inventory-wish.csv",
          "10-classify/ask-which-wish.csv",
          "10-classify/approval-many-wish.csv",
          "10-classify/goodwill-wish.csv",
          "10-classify/rules-wish.csv",
          "10-classify/amend-wish.csv",
          "10-classify/hold-wish.csv",
          "10-classify/incident-wish.csv",
          "10-classify/sos-wish.csv",
          "10-classify/field-wish.csv",
          "10-classify/assign-wish.csv",
          "10-classify/duty-wish.csv",
          "10-classify/answering-wish.csv",
          "10-classify/talk-wish.csv",
          "10-classify/access-wish.csv",
          "10-classify/broadcast-wish.csv",
          "10-classify/evidence-wish.csv",
          "10-classify/feedback-wish.csv",
          "10-classify/ask-help-wish.csv",
          "10-classify/approval-wish.csv");

  private static List<String> names() {
    return Shipped.context().getBeansOfType(ActionHandler.class).stream()
        .map(ActionHandler::name)
        .toList();
  }

  @Test
  void its_name_is_unique_and_in_small_letters() {
    assertThat(names()).doesNotHaveDuplicates().allMatch(it -> it.matches("[a-z]+(_[a-z]+)*"));
    assertThat(names()).hasSizeGreaterThan(15);
  }

  @Test
  void somebody_may_do_it() {
    assertThat(columns(PERMITS, "Action")).containsAll(names());
  }

  @Test
  void somebody_can_wish_it() {
    assertThat(columns(WISHES, "Wish")).containsAll(names());
  }

  @Test
  void what_can_be_wished_can_be_done() {
    assertThat(names()).containsAll(columns(WISHES, "Wish"));
  }

  private static List<String> columns(List<String> files, String title) {
    return files.stream().flatMap(it -> column(it, title).stream()).toList();
  }

  private static List<String> column(String file, String title) {
    return Shipped.rows(file).stream()
        .map(it -> it.get(title))
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
