package travel.opslayer.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.conversation.Talk.at;
import static travel.opslayer.conversation.Talk.due;
import static travel.opslayer.conversation.Talk.heard;
import static travel.opslayer.conversation.Talk.lane;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Conversations.Opened;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.inbox.Event;
import travel.opslayer.inbox.Lane;
import travel.opslayer.message.Alias;
import travel.opslayer.message.Content;
import travel.opslayer.message.Sender;
import travel.opslayer.tenant.Tenant;

class ConversationsTest {

  private static final Pace PACE =
      new Pace(Duration.ofSeconds(4), Duration.ZERO, Duration.ZERO, it -> false, it -> false);

  private final Conversations conversations = Shipped.bean(Conversations.class);
  private final Tenant tenant = Shipped.tenant();

  private <T> T in(Tenant of, Function<Sql, T> work) {
    return Shipped.bean(Database.class).write(of.id(), work);
  }

  private static Event says(int second, String words, Alias... aliases) {
    return heard(second, new Content.Text(words), null, new Sender(List.of(aliases), "Ana María"));
  }

  private Opened open(Tenant of, int now, Lane... lanes) {
    return in(of, sql -> conversations.open(sql, of, List.of(lanes), PACE, at(now)));
  }

  private Turn heardAndSaved(Tenant of, int now, Lane lane) {
    var turn = open(of, now, lane).turns().getFirst().turn();
    in(
        of,
        sql -> {
          conversations.save(sql, List.of(turn));
          return turn;
        });
    return turn;
  }

  @Test
  void a_stranger_becomes_somebody_we_know_when_the_turn_is_saved() {
    var phone = Talk.phone();
    var first = heardAndSaved(tenant, 10, lane(tenant, phone, says(0, "hola", phone)));
    var second = open(tenant, 30, lane(tenant, phone, says(20, "EBC", phone)));

    assertThat(first.contact().known()).isFalse();
    assertThat(first.contact().person().name()).isEqualTo("Ana María");
    var contact = second.turns().getFirst().turn().contact();
    assertThat(contact.known()).isTrue();
    assertThat(contact.person().id()).isEqualTo(first.contact().person().id());
    assertThat(contact.id()).isEqualTo(first.contact().id());
  }

  @Test
  void a_turn_taken_twice_makes_the_same_person() {
    var phone = Talk.phone();
    var lane = lane(tenant, phone, says(0, "hola", phone));

    var once = open(tenant, 10, lane).turns().getFirst().turn();
    var again = open(tenant, 99, lane).turns().getFirst().turn();

    assertThat(again.contact().person()).isEqualTo(once.contact().person());
    assertThat(again.id()).isEqualTo(once.id());
  }

  @Test
  void any_name_that_a_provider_has_for_them_finds_the_same_person() {
    var phone = Talk.phone();
    var hidden = Alias.bsuid("ES." + phone.value());
    var first = heardAndSaved(tenant, 10, lane(tenant, phone, says(0, "hola", phone, hidden)));
    var second = heardAndSaved(tenant, 30, lane(tenant, hidden, says(20, "EBC", hidden)));

    assertThat(second.contact().person().id()).isEqualTo(first.contact().person().id());
    assertThat(second.contact().address()).isEqualTo(hidden);
    var found =
        in(
            tenant,
            it -> conversations.byPerson(it, tenant.id(), List.of(first.contact().person().id())));
    assertThat(found).singleElement().extracting(Contact::address).isEqualTo(hidden);
  }

  @Test
  void a_second_name_of_somebody_known_is_learned_and_never_taken_from_anybody_else() {
    var phone = Talk.phone();
    var hidden = Alias.bsuid("ES." + phone.value());
    var other = Talk.phone();
    var first = heardAndSaved(tenant, 10, lane(tenant, phone, says(0, "hola", phone)));
    var stranger = heardAndSaved(tenant, 10, lane(tenant, other, says(0, "hola", other)));
    heardAndSaved(tenant, 30, lane(tenant, phone, says(20, "EBC", phone, hidden)));
    heardAndSaved(tenant, 40, lane(tenant, other, says(35, "EBC", other, hidden)));

    var third = heardAndSaved(tenant, 60, lane(tenant, hidden, says(50, "2", hidden)));

    assertThat(third.contact().person().id())
        .isEqualTo(first.contact().person().id())
        .isNotEqualTo(stranger.contact().person().id());
  }

  @Test
  void somebody_with_another_number_is_somebody_else() {
    var one = Talk.phone();
    var other = Talk.phone();
    var first = heardAndSaved(tenant, 10, lane(tenant, one, says(0, "hola", one)));
    var second = open(tenant, 10, lane(tenant, other, says(0, "hola", other)));

    assertThat(second.turns().getFirst().turn().contact().person().id())
        .isNotEqualTo(first.contact().person().id());
  }

  @Test
  void the_same_number_at_another_tenant_is_a_stranger() {
    var phone = Talk.phone();
    heardAndSaved(tenant, 10, lane(tenant, phone, says(0, "hola", phone)));
    var elsewhere = Shipped.tenant();

    var opened = open(elsewhere, 10, lane(elsewhere, phone, says(0, "hola", phone)));

    assertThat(opened.turns().getFirst().turn().contact().known()).isFalse();
  }

  @Test
  void free_text_may_be_sent_for_a_day_less_a_margin_by_the_providers_clock() {
    var phone = Talk.phone();
    var contact = heardAndSaved(tenant, 10, lane(tenant, phone, says(0, "hola", phone))).contact();
    var end = at(0).plus(Duration.ofHours(24)).minus(Duration.ofMinutes(2));

    assertThat(contact.windowOpen(end.minusSeconds(1))).isTrue();
    assertThat(contact.windowOpen(end)).isFalse();
  }

  @Test
  void a_message_that_comes_late_does_not_shorten_the_window() {
    var phone = Talk.phone();
    var first = heardAndSaved(tenant, 100, lane(tenant, phone, says(90, "hola", phone)));
    heardAndSaved(tenant, 200, lane(tenant, phone, says(5, "antes", phone)));

    var now =
        in(
            tenant,
            sql ->
                conversations.byPerson(sql, tenant.id(), List.of(first.contact().person().id())));

    assertThat(now.getFirst().windowUntil()).isEqualTo(first.contact().windowUntil());
  }

  @Test
  void what_may_go_on_waits_and_what_is_left_is_told() {
    var phone = Talk.phone();
    var lane = lane(tenant, phone, says(0, "hola", phone));
    var two = lane(tenant, phone, Talk.tap(0, "help"), says(1, "hola", phone));

    var waiting = open(tenant, 3, lane);
    var ready = open(tenant, 3, two);

    assertThat(waiting.turns()).isEmpty();
    assertThat(waiting.idle())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.done()).isEmpty();
              assertThat(it.again()).isEqualTo(at(4));
            });
    assertThat(ready.turns().getFirst().more()).isTrue();
    assertThat(ready.turns().getFirst().finished().again()).isEqualTo(at(3));
  }

  @Test
  void a_timer_is_about_the_person_of_its_lane_and_ends_when_they_are_gone() {
    var phone = Talk.phone();
    var gone = Talk.phone();
    var known = heardAndSaved(tenant, 10, lane(tenant, phone, says(0, "hola", phone)));
    var timer = due(20, "first_reply", "LD-301");

    var opened = open(tenant, 20, lane(tenant, phone, timer), lane(tenant, gone, timer));

    assertThat(opened.turns())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.turn().contact().person()).isEqualTo(known.contact().person());
              assertThat(it.turn().timer()).contains(new Turn.Timer("first_reply", "LD-301"));
            });
    assertThat(opened.idle())
        .singleElement()
        .satisfies(it -> assertThat(it.done()).containsExactly(timer.id()));
  }

  @Test
  void a_language_is_learnt_once() {
    var phone = Talk.phone();
    var person =
        heardAndSaved(tenant, 10, lane(tenant, phone, says(0, "hola", phone))).contact().person();
    var found =
        in(
            tenant,
            sql -> {
              conversations.learnLanguage(sql, tenant.id(), Map.of(person.id(), "es"));
              conversations.learnLanguage(sql, tenant.id(), Map.of(person.id(), "en"));
              return conversations.byPerson(sql, tenant.id(), List.of(person.id()));
            });

    assertThat(found.getFirst().person().language()).isEqualTo("es");
  }

  @Test
  void colleagues_are_found_by_code_and_by_role_in_the_order_of_their_codes() {
    assertThat(codes(1, sql -> conversations.byCode(sql, 1, "sarita").stream().toList()))
        .containsExactly("SARITA");
    assertThat(codes(1, sql -> conversations.byCode(sql, 1, "NOBODY").stream().toList())).isEmpty();
    assertThat(codes(1, sql -> conversations.byRole(sql, 1, "field")))
        .containsExactly("DAWA", "MINGMA", "PEMBA", "RAM");
    assertThat(codes(1, sql -> conversations.byRole(sql, 1, "customer"))).isEmpty();
    assertThat(codes(tenant.id(), sql -> conversations.byRole(sql, tenant.id(), "field")))
        .isEmpty();
  }

  private static List<String> codes(int tenant, Function<Sql, List<Contact>> search) {
    return Shipped.bean(Database.class).read(tenant, search).stream()
        .map(it -> String.valueOf(it.person().code()))
        .toList();
  }
}
