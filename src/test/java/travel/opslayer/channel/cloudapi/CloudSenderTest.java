package travel.opslayer.channel.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.channel.cloudapi.Payloads.events;
import static travel.opslayer.channel.cloudapi.Payloads.inside;
import static travel.opslayer.channel.cloudapi.Payloads.message;
import static travel.opslayer.channel.cloudapi.Payloads.read;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import travel.opslayer.message.Alias;
import travel.opslayer.message.InboundEvent.Message;
import travel.opslayer.message.InboundEvent.Notice;
import travel.opslayer.message.InboundEvent.Unreadable;
import travel.opslayer.message.Sender;

class CloudSenderTest {
  private static final Sender PASANG =
      new Sender(List.of(Alias.phone("9779812345601")), "Pasang Dolma");

  @Test
  void a_sender_may_hide_the_phone_number() throws Exception {
    assertThat(message("username").sender())
        .isEqualTo(
            new Sender(List.of(Alias.bsuid("NP.81x"), Alias.bsuid("NP.ENT.77")), "Pasang Dolma"));
  }

  @Test
  void a_malformed_id_is_dropped_and_the_message_kept() throws Exception {
    assertThat(message("bad-bsuid").sender()).isEqualTo(PASANG);
  }

  @Test
  void nobody_is_mistaken_for_somebody_else() throws Exception {
    assertThat(read("two-people"))
        .map(it -> ((Message) it).sender())
        .containsExactly(
            new Sender(
                List.of(Alias.phone("9779812345603"), Alias.bsuid("NP.ang")), "Ang Tshering"),
            PASANG,
            new Sender(List.of(Alias.phone("9779812345604")), null));
  }

  @Test
  void a_message_from_nobody_is_unreadable() throws Exception {
    assertThat(read("no-sender"))
        .containsExactly(new Unreadable("A message has no usable sender."));
  }

  @Test
  void our_own_number_is_never_a_sender() throws Exception {
    assertThat(read("own-number")).containsExactly(new Notice("own_number"));
  }

  @Test
  void a_system_message_without_a_sender_is_about_its_subject() throws Exception {
    var body =
        inside(
            "{\"id\":\"x\",\"type\":\"system\","
                + "\"system\":{\"type\":\"user_changed_user_id\",\"user_id\":\"NP.new\"}}");

    assertThat(((Message) events(body).getFirst()).sender())
        .isEqualTo(new Sender(List.of(Alias.bsuid("NP.new")), null));
  }

  @Test
  void a_contact_with_another_number_lends_neither_name_nor_id() throws Exception {
    var contact = "{\"wa_id\":\"%s\",\"user_id\":\"NP.81x\",\"profile\":{\"name\":\"P\"}}";

    assertThat(sender("\"from\":\"9779812345601\",", contact.formatted("9779812345602")))
        .contains(new Sender(List.of(Alias.phone("9779812345601")), null));
    assertThat(sender("\"from\":\"9779812345601\",", contact.formatted("9779812345601")))
        .contains(new Sender(List.of(Alias.phone("9779812345601"), Alias.bsuid("NP.81x")), "P"));
  }

  @Test
  void a_message_without_identifiers_is_from_the_only_contact_or_from_nobody() throws Exception {
    var contact = "{\"wa_id\":\"9779812345601\"}";

    assertThat(sender("", contact))
        .contains(new Sender(List.of(Alias.phone("9779812345601")), null));
    assertThat(sender("", contact + ",{\"wa_id\":\"9779812345602\"}")).isEmpty();
  }

  private static Optional<Sender> sender(String from, String contacts) throws Exception {
    var value = "{\"contacts\":[%s],\"messages\":[{%s\"id\":\"x\",\"text\":{\"body\":\"a\"}}]}";
    return events("{\"field\":\"messages\",\"value\":" + value.formatted(contacts, from) + "}")
        .stream()
        .filter(Message.class::isInstance)
        .map(it -> ((Message) it).sender())
        .findFirst();
  }
}
