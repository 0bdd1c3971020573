package travel.opslayer.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import travel.opslayer.message.Content;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.Sender;

class PersonTest {

  @Test
  void of_several_roles_the_one_with_the_most_to_say_counts() {
    assertThat(Talk.contact(null, "field", "sales").person().role()).isEqualTo("sales");
    assertThat(Talk.contact(null, "sales", "operations").person().role()).isEqualTo("operations");
    assertThat(Talk.contact(null, "operations", "manager").person().role()).isEqualTo("manager");
    assertThat(Talk.contact(null, "field").person().role()).isEqualTo("field");
  }

  @Test
  void whoever_has_no_role_is_a_customer() {
    assertThat(Talk.contact(null).person().role()).isEqualTo("customer");
    assertThat(Talk.contact(null).person().isStaff()).isFalse();
    assertThat(Talk.contact(null, "field").person().isStaff()).isTrue();
  }

  /** Whatever is handed to a log by mistake shows nothing of whom it is about. */
  @Test
  void nobody_can_be_read_from_a_log() {
    var contact = Talk.contact("es");
    var sender = new Sender(List.of(contact.address()), "Ana María");
    var event = Talk.heard(0, new Content.Text("mi pasaporte es X123"), null, sender);
    var things =
        List.of(
            contact,
            contact.person(),
            contact.address(),
            sender,
            event,
            event.message(),
            Talk.turn(contact, event),
            new Content.Text("X123"),
            new Content.Tap(Content.Tap.Choice.LIST, "X123", "Ana"),
            new Content.Media(Content.Media.Type.IMAGE, "X123", "Ana", "Ana", null, false),
            new Content.Place(27.7, 85.3, "Ana", "X123"),
            new Content.Reaction("X123", "Ana"),
            new Content.Other("contacts", "Ana", Map.of("vcard", "X123")),
            new InboundEvent.Notice("call", Map.of("from", "X123")),
            new OutboundContent.Text("X123"),
            new OutboundContent.Buttons(
                "X123", List.of(OutboundContent.Choice.button("X123", "Ana"))),
            new OutboundContent.Template("name", "es", List.of("X123"), "Ana"));

    assertThat(things)
        .allSatisfy(
            it ->
                assertThat(String.valueOf(it))
                    .doesNotContain("Ana", "X123", "27.7", contact.address().value()));
  }
}
