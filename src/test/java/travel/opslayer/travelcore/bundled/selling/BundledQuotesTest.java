package travel.opslayer.travelcore.bundled.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.NOW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TENANT;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TOMORROW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.terms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.DatabaseFailure;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes.Terms;

class BundledQuotesTest {

  private static final SellingOffice OFFICE = new SellingOffice();

  @BeforeAll
  static void open() {
    OFFICE.departure("EBC-0315", 16);
  }

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void a_quote_is_what_was_offered_and_its_total() {
    var lead = OFFICE.lead();

    var quote = draft(lead, 500);

    assertThat(quote.code()).startsWith("Q-");
    assertThat(quote.lead()).isEqualTo(lead);
    assertThat(quote.totalMinor()).isEqualTo(275_500);
    assertThat(quote.depositMinor()).isEqualTo(55_100);
    assertThat(quote.state()).isEqualTo(Quote.DRAFT);
    assertThat(quote.revision()).isZero();
    var all = OFFICE.write(sql -> OFFICE.quotes.byCode(sql, TENANT, quote.code()));
    var open = OFFICE.write(sql -> OFFICE.quotes.openOf(sql, TENANT, List.of(quote.person())));
    assertThat(all).containsExactly(quote);
    assertThat(open).containsExactly(quote);
  }

  @Test
  void what_was_sent_counts_from_one_whatever_waits_for_approval() {
    var high = draft(OFFICE.lead(), 1000);
    give(high, OFFICE.quotes::submit);
    var low = revise(high, 500);

    var first = send(low);
    give(high, OFFICE.quotes::approve);
    var second = send(high);

    assertThat(first.revision()).isEqualTo(1);
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.totalMinor()).isEqualTo(261_000);
    assertThat(state(low)).isEqualTo(Quote.SUPERSEDED);
  }

  @Test
  void the_last_that_was_sent_is_accepted_and_the_one_before_is_not() {
    var first = send(draft(OFFICE.lead(), 500));
    var second = send(revise(first, 1000));

    assertRejected(give(first, OFFICE.quotes::accept), Why.NOT_CHANGEABLE, Quote.SUPERSEDED);
    assertThat(state(first)).isEqualTo(Quote.SUPERSEDED);
    assertThat(give(second, OFFICE.quotes::accept).done()).isPresent();
    assertThat(give(second, OFFICE.quotes::accept).done()).isPresent();
    assertThat(state(second)).isEqualTo(Quote.ACCEPTED);
  }

  @Test
  void a_moment_before_its_end_it_is_accepted_and_at_its_end_it_is_not() {
    var late = send(draft(OFFICE.lead(), 0));
    var intime = send(draft(OFFICE.lead(), 0));

    assertRejected(give(late, TOMORROW, OFFICE.quotes::accept), Why.NOT_CHANGEABLE, "expired");
    assertThat(state(late)).isEqualTo(Quote.SENT);
    assertThat(give(intime, TOMORROW.minusMillis(1), OFFICE.quotes::accept).done()).isPresent();
  }

  @Test
  void it_expires_at_its_end_and_not_before() {
    var quote = send(draft(OFFICE.lead(), 0));

    assertRejected(
        give(quote, TOMORROW.minusMillis(1), OFFICE.quotes::expire), Why.NOT_CHANGEABLE, "sent");
    assertThat(give(quote, TOMORROW, OFFICE.quotes::expire).done()).isPresent();
    assertThat(state(quote)).isEqualTo(Quote.EXPIRED);
  }

  @Test
  void nothing_more_is_sent_once_one_is_accepted() {
    var first = send(draft(OFFICE.lead(), 500));
    var second = revise(first, 1000);
    give(first, OFFICE.quotes::accept);

    assertRejected(give(second, OFFICE.quotes::send), Why.NOT_CHANGEABLE, Quote.ACCEPTED);
    assertRejected(
        OFFICE.give(
            (sql, it) -> OFFICE.quotes.revise(sql, it, first.quote(), terms("EBC-0315", 2, 0))),
        Why.NOT_CHANGEABLE,
        Quote.ACCEPTED);
  }

  @Test
  void what_waits_for_approval_is_not_sent_and_what_is_not_approved_is_a_draft_again() {
    var quote = draft(OFFICE.lead(), 2000);
    give(quote, OFFICE.quotes::submit);

    assertRejected(give(quote, OFFICE.quotes::send), Why.NOT_CHANGEABLE, Quote.PENDING_APPROVAL);
    give(quote, OFFICE.quotes::disapprove);
    assertThat(state(quote)).isEqualTo(Quote.DRAFT);
    assertRejected(give(quote, OFFICE.quotes::approve), Why.NOT_CHANGEABLE, Quote.DRAFT);
  }

  @Test
  void who_declines_can_not_accept_and_what_is_withdrawn_is_gone() {
    var declined = send(draft(OFFICE.lead(), 0));
    give(declined, OFFICE.quotes::decline);
    var withdrawn = send(draft(OFFICE.lead(), 0));
    give(withdrawn, OFFICE.quotes::withdraw);

    assertRejected(give(declined, OFFICE.quotes::accept), Why.NOT_CHANGEABLE, "declined");
    assertRejected(give(withdrawn, OFFICE.quotes::accept), Why.NOT_CHANGEABLE, "withdrawn");
  }

  @Test
  void an_offer_that_makes_no_sense_is_refused() {
    var lead = OFFICE.lead();

    assertInvalid(lead, new Terms("EBC-0315", 0, 100, 0, 0, "USD", TOMORROW));
    assertInvalid(lead, new Terms("EBC-0315", 2, 100, 10_001, 0, "USD", TOMORROW));
    assertInvalid(lead, new Terms("EBC-0315", 2, 100, 0, 201, "USD", TOMORROW));
    assertInvalid(lead, new Terms("EBC-0315", 2, 100, 0, 0, "dollars", TOMORROW));
    assertInvalid(lead, new Terms("EBC-0315", 2, 100, 0, 0, "USD", NOW));
    assertInvalid(lead, new Terms("EBC-0315", 2, Long.MAX_VALUE / 2, 0, 0, "USD", TOMORROW));
    assertRejected(drafted(lead, terms("NONE", 2, 0)), Why.NOT_FOUND, "NONE");
    var nobody = UUID.randomUUID();
    assertRejected(drafted(nobody, terms("EBC-0315", 2, 0)), Why.NOT_FOUND, nobody.toString());
    assertThat(drafted(lead, new Terms("EBC-0315", 2, 100, 0, 200, "USD", TOMORROW)).done())
        .isPresent();
  }

  @Test
  void the_same_command_again_is_the_same_quote_and_another_wish_is_refused() {
    var lead = OFFICE.lead();
    var command = SellingOffice.command(NOW);

    var first =
        OFFICE.write(sql -> OFFICE.quotes.draft(sql, command, lead, terms("EBC-0315", 2, 0)));
    var again =
        OFFICE.write(sql -> OFFICE.quotes.draft(sql, command, lead, terms("EBC-0315", 2, 0)));
    var other =
        OFFICE.write(sql -> OFFICE.quotes.draft(sql, command, lead, terms("EBC-0315", 3, 0)));

    assertThat(again).isEqualTo(first);
    assertThat(other)
        .isInstanceOfSatisfying(
            Rejected.class, it -> assertThat(it.why()).isEqualTo(Why.IDEMPOTENCY_MISMATCH));
  }

  @Test
  void the_database_itself_refuses_to_change_what_was_offered_and_to_accept_two() {
    var first = send(draft(OFFICE.lead(), 500));
    var second = revise(first, 1000);
    give(first, OFFICE.quotes::accept);

    assertThatThrownBy(() -> set("total_minor = 1", second))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("does not change");
    assertThatThrownBy(() -> set("state = 'accepted'", second))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("quote_revisions_one_accepted");
  }

  private static int set(String what, Quote quote) {
    return OFFICE.write(
        sql -> sql.update("UPDATE core.quote_revisions SET " + what + " WHERE id = ?", quote.id()));
  }

  private interface Step {
    CoreResult<Quote> take(Sql sql, Command command, UUID revision);
  }

  private static CoreResult<Quote> give(Quote quote, Step step) {
    return give(quote, NOW, step);
  }

  private static CoreResult<Quote> give(Quote quote, Instant now, Step step) {
    return OFFICE.at(now, (sql, it) -> step.take(sql, it, quote.id()));
  }

  private static CoreResult<Quote> drafted(UUID lead, Terms terms) {
    return OFFICE.give((sql, it) -> OFFICE.quotes.draft(sql, it, lead, terms));
  }

  private static Quote draft(UUID lead, int discount) {
    return drafted(lead, terms("EBC-0315", 2, discount)).done().orElseThrow();
  }

  private static Quote revise(Quote quote, int discount) {
    return OFFICE
        .give(
            (sql, it) ->
                OFFICE.quotes.revise(sql, it, quote.quote(), terms("EBC-0315", 2, discount)))
        .done()
        .orElseThrow();
  }

  private static Quote send(Quote quote) {
    return give(quote, OFFICE.quotes::send).done().orElseThrow();
  }

  private static String state(Quote quote) {
    return OFFICE.write(sql -> OFFICE.quotes.find(sql, TENANT, quote.id())).orElseThrow().state();
  }

  private static void assertInvalid(UUID lead, Terms terms) {
    assertThat(drafted(lead, terms))
        .isInstanceOfSatisfying(Rejected.class, it -> assertThat(it.why()).isEqualTo(Why.INVALID));
  }

  private static void assertRejected(CoreResult<Quote> result, Why why, String detail) {
    assertThat(result).isEqualTo(new Rejected<Quote>(why, detail));
  }
}
