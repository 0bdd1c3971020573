package travel.opslayer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Talk;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.words.ShippedWords;
import travel.opslayer.facts.words.Understanding;
import travel.opslayer.inbox.Event;
import travel.opslayer.tenant.Tenant;

class ListenerTest {

  private final Tenant tenant = Shipped.tenant();
  private final Contact ana = Talk.contact(null);

  private List<Asked> listen(Turn... turns) {
    var desk = new Desk(tenant, Talk.at(60), new Parameters(Map.of()));
    return Shipped.bean(Database.class)
        .read(
            tenant.id(),
            sql ->
                Shipped.bean(Listener.class)
                    .listen(sql, List.of(turns), ShippedWords.LEXICON, desk));
  }

  private Asked listen(Contact contact, Event... events) {
    return listen(Talk.turn(tenant, contact, events)).getFirst();
  }

  private void sells(String code, String name) {
    Shipped.bean(Database.class)
        .change(
            tenant.id(),
            sql ->
                sql.update(
                    "INSERT INTO core.products (tenant_id, code, name, names) VALUES (?, ?, ?, ?)",
                    tenant.id(),
                    code,
                    name,
                    Sql.array("text", List.of())));
  }

  @Test
  void what_is_meant_is_what_is_tapped_before_what_is_said() {
    assertThat(listen(ana, Talk.tap(0, "ask_quote@LD-301")).subject()).isEqualTo("LD-301");
    assertThat(listen(ana, Talk.tap(0, "ask_quote")).subject()).isNull();
    assertThat(listen(ana, Talk.tap(0, "ask_quote")).quotesUs()).isTrue();
  }

  @Test
  void a_name_that_two_products_share_stops_nobody() {
    sells("LKA", "Safari");
    sells("LKB", "Safari");

    var product = listen(ana, Talk.text(0, "price of LKB")).understanding().product();

    assertThat(product).extracting(Understanding.Product::code).isEqualTo("LKB");
  }

  @Test
  void a_quoted_message_tells_what_is_meant_even_against_the_words() {
    Talk.sent(tenant, ana, "wamid.L1", "LD-301");

    var asked = listen(ana, Talk.quoting(0, "y la LD-302?", "wamid.L1"));

    assertThat(asked.subject()).isEqualTo("LD-301");
    assertThat(asked.quotesUs()).isTrue();
  }

  @Test
  void a_quoted_message_about_nothing_leaves_it_to_the_words() {
    Talk.sent(tenant, ana, "wamid.L2", null);

    assertThat(listen(ana, Talk.quoting(0, "ld 302?", "wamid.L2")).subject()).isEqualTo("LD-302");
    assertThat(listen(ana, Talk.quoting(0, "que?", "wamid.L2")).quotesUs()).isTrue();
  }

  @Test
  void a_message_of_somebody_elses_is_not_ours_to_quote() {
    Talk.sent(tenant, Talk.contact("es"), "wamid.L3", "LD-301");

    var asked = listen(ana, Talk.quoting(0, "esto", "wamid.L3"));

    assertThat(asked.subject()).isNull();
    assertThat(asked.quotesUs()).isFalse();
  }

  @Test
  void a_timer_means_the_object_it_was_set_for_and_says_nothing() {
    var asked = listen(ana, Talk.due(0, "first_reply", "LD-301"));

    assertThat(asked.subject()).isEqualTo("LD-301");
    assertThat(asked.quotesUs()).isFalse();
    assertThat(asked.understanding().wishes()).isEmpty();
    assertThat(asked.understanding().onlyCourtesy()).isFalse();
  }

  @Test
  void bubbles_are_read_together_and_by_what_this_tenant_sells() {
    sells("LNG", "Langtang valley");
    var asked =
        listen(ana, Talk.text(0, "hola, langtang"), Talk.picture(1), Talk.text(2, "para 2"));

    assertThat(asked.understanding().product())
        .extracting(Understanding.Product::code)
        .isEqualTo("LNG");
    assertThat(asked.understanding().party()).isEqualTo(2);
    assertThat(asked.understanding().language()).isEqualTo("es");
  }

  @Test
  void what_another_tenant_sells_is_not_known_here() {
    assertThat(listen(ana, Talk.text(0, "everest base camp")).understanding().product()).isNull();
  }

  @Test
  void a_new_product_is_known_from_the_next_message_on() {
    assertThat(listen(ana, Talk.text(0, "mustang")).understanding().product()).isNull();
    sells("MST", "Mustang");
    assertThat(listen(ana, Talk.text(0, "mustang")).understanding().product()).isNotNull();
  }

  @Test
  void each_request_has_an_id_of_its_own_which_is_the_same_when_the_turn_is_taken_again() {
    var turn = Talk.turn(tenant, ana, Talk.text(0, "airport pickup? visa letter? EBC for 2"));
    var once = listen(turn);

    assertThat(once).hasSize(3);
    assertThat(once).extracting(it -> it.turn().id()).doesNotHaveDuplicates();
    assertThat(once.getFirst().turn().id()).isEqualTo(turn.id());
    assertThat(once).extracting(it -> it.part().whole()).containsOnly(turn.id());
    assertThat(listen(turn)).isEqualTo(once);
    assertThat(Asked.rounds(once)).extracting(List::size).containsExactly(1, 1, 1);
  }

  @Test
  void what_a_colleague_says_to_a_customer_stays_whole() {
    var sarita = Talk.contact("en", "sales");
    Talk.sent(tenant, sarita, "wamid.L9", "LD-301");

    assertThat(listen(Talk.turn(tenant, sarita, Talk.quoting(0, "call me. book it", "wamid.L9"))))
        .hasSize(1);
    assertThat(listen(Talk.turn(tenant, sarita, Talk.text(0, "airport pickup? visa letter?"))))
        .hasSize(1);
  }

  @Test
  void each_turn_of_a_batch_is_read_for_itself() {
    var asked =
        listen(
            Talk.turn(tenant, ana, Talk.text(0, "para 2 personas")),
            Talk.turn(tenant, Talk.contact("en"), Talk.text(0, "for 5 people")));

    assertThat(asked).extracting(it -> it.understanding().party()).containsExactly(2, 5);
    assertThat(listen()).isEmpty();
  }
}
