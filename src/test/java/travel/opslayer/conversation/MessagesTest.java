package travel.opslayer.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.message.Content;
import travel.opslayer.message.Sender;
import travel.opslayer.tenant.Tenant;

class MessagesTest {

  private final Messages messages = Shipped.bean(Messages.class);
  private final Database database = Shipped.bean(Database.class);
  private final Tenant tenant = Shipped.tenant();

  private record Stored(String direction, String kind, byte[] content) {

    static Stored of(Row row) {
      return new Stored(row.text("direction"), row.text("kind"), row.bytes("content"));
    }
  }

  private List<Stored> stored() {
    return database.read(
        tenant.id(),
        sql ->
            sql.list(
                "SELECT direction, kind, content FROM whatsapp_messages ORDER BY sent_at, kind",
                Stored::of));
  }

  @Test
  void every_bubble_of_a_turn_is_kept_with_all_that_it_brought() {
    var contact = Talk.contact("es");
    var sender = new Sender(List.of(contact.address()), "Ana María");
    var picture =
        new Content.Media(Content.Media.Type.IMAGE, "media-1", "mi pasaporte", null, null, false);
    var turn =
        Talk.turn(
            tenant,
            contact,
            Talk.heard(0, new Content.Text("hola"), null, sender),
            Talk.heard(1, picture, "wamid.1", sender));

    database.change(tenant.id(), sql -> messages.saveHeard(sql, tenant.id(), List.of(turn)));

    assertThat(stored()).extracting(Stored::kind).containsExactly("text", "image");
    assertThat(stored()).extracting(Stored::direction).containsOnly("in");
    assertThat(open(stored().getFirst()))
        .containsEntry("text", "hola")
        .doesNotContainKey("replyTo");
    assertThat(open(stored().getLast()))
        .containsEntry("text", "mi pasaporte")
        .containsEntry("replyTo", "wamid.1")
        .extractingByKey("content")
        .isEqualTo(Map.of("mediaId", "media-1", "caption", "mi pasaporte"));
  }

  private Map<String, Object> open(Stored stored) {
    return Shipped.bean(SealedMessage.class).open(tenant.id(), stored.content());
  }

  @Test
  void words_are_sealed() {
    var turn = Talk.turn(tenant, Talk.contact("es"), Talk.text(0, "mi pasaporte es X123"));

    database.change(tenant.id(), sql -> messages.saveHeard(sql, tenant.id(), List.of(turn)));

    assertThat(new String(stored().getFirst().content(), StandardCharsets.ISO_8859_1))
        .doesNotContain("pasaporte", "X123");
  }

  @Test
  void a_timer_is_no_message() {
    var turn = Talk.turn(tenant, Talk.contact("es"), Talk.due(0, "first_reply", "LD-301"));

    database.change(tenant.id(), sql -> messages.saveHeard(sql, tenant.id(), List.of(turn)));
    database.change(tenant.id(), sql -> messages.saveSent(sql, tenant.id(), List.of(), Talk.at(0)));

    assertThat(stored()).isEmpty();
  }

  @Test
  void what_we_say_is_kept_with_its_text_its_language_and_its_subject() {
    var to = Talk.contact("es");
    var sent =
        new Messages.Sent(
            Talk.id(), to, "buttons", new byte[] {7}, "enquiry/offer", "es", "LD-301", Talk.id());

    database.change(
        tenant.id(), sql -> messages.saveSent(sql, tenant.id(), List.of(sent), Talk.at(5)));

    var kept =
        database.read(
            tenant.id(),
            sql ->
                sql.list(
                    """
                    SELECT direction || ' ' || template || ' ' || language || ' ' || subject
                      AS line FROM whatsapp_messages WHERE id = ? AND person_id = ?
                    """,
                    row -> row.text("line"),
                    sent.id(),
                    to.person().id()));
    assertThat(kept).containsExactly("out enquiry/offer es LD-301");
  }
}
