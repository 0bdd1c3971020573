package travel.opslayer.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.database.Database;
import travel.opslayer.message.Alias;
import travel.opslayer.message.Content;
import travel.opslayer.message.Sender;
import travel.opslayer.tenant.Tenant;

class ConversationRepositoryTest {

  private final ConversationRepository rows = Shipped.bean(ConversationRepository.class);
  private final Database database = Shipped.bean(Database.class);
  private final Tenant tenant = Shipped.tenant();

  private Turn stranger(Alias phone) {
    var event =
        Talk.heard(0, new Content.Text("hola"), null, new Sender(List.of(phone), "Ana María"));
    var person =
        new Person(Talk.id(), null, "Ana María", null, null, java.util.Set.of(), List.of());
    var lane = Talk.lane(tenant, phone, event).key();
    var contact = new Contact(Talk.id(), person, Talk.LINE, phone, lane, Talk.at(60), false);
    return Talk.turn(tenant, contact, event);
  }

  private long count(String table) {
    return database.read(
        tenant.id(),
        sql -> sql.one("SELECT count(*) AS n FROM " + table, row -> row.longValue("n")).orElse(0L));
  }

  @Test
  void a_stranger_is_saved_once_however_often_the_turn_is_taken() {
    var turn = stranger(Talk.phone());
    for (var i = 0; i < 2; i++) {
      database.change(tenant.id(), sql -> rows.save(sql, List.of(turn)));
    }

    assertThat(count("people")).isEqualTo(1);
    assertThat(count("aliases")).isEqualTo(1);
    assertThat(count("whatsapp_conversations")).isEqualTo(1);
  }

  @Test
  void names_and_numbers_are_sealed() {
    var phone = Talk.phone();
    database.change(tenant.id(), sql -> rows.save(sql, List.of(stranger(phone))));

    var stored =
        database.read(
            tenant.id(),
            sql ->
                sql.list(
                    """
                    SELECT p.name, a.value, c.address FROM people p
                    JOIN aliases a ON a.tenant_id = p.tenant_id AND a.person_id = p.id
                    JOIN whatsapp_conversations c
                      ON c.tenant_id = p.tenant_id AND c.person_id = p.id
                    """,
                    row -> List.of(row.bytes("name"), row.bytes("value"), row.bytes("address"))));

    assertThat(stored.getFirst())
        .allSatisfy(
            it ->
                assertThat(new String(it, StandardCharsets.ISO_8859_1))
                    .doesNotContain("Ana", phone.value()));
  }

  @Test
  void the_lane_of_a_contact_finds_them_and_another_lane_does_not() {
    var turn = stranger(Talk.phone());
    database.change(tenant.id(), sql -> rows.save(sql, List.of(turn)));
    var lane = turn.contact().lane();

    var found = database.read(tenant.id(), sql -> rows.byLane(sql, tenant.id(), List.of(lane)));
    var none = database.read(tenant.id(), sql -> rows.byLane(sql, tenant.id(), List.of("00")));

    assertThat(found).containsOnlyKeys(lane);
    assertThat(found.get(lane))
        .isEqualTo(
            new Contact(
                turn.contact().id(),
                turn.contact().person(),
                Talk.LINE,
                turn.contact().address(),
                lane,
                turn.contact().windowUntil(),
                true));
    assertThat(none).isEmpty();
  }
}
