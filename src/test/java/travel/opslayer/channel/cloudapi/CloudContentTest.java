package travel.opslayer.channel.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.channel.cloudapi.Payloads.content;
import static travel.opslayer.channel.cloudapi.Payloads.events;
import static travel.opslayer.channel.cloudapi.Payloads.inside;
import static travel.opslayer.channel.cloudapi.Payloads.message;
import static travel.opslayer.channel.cloudapi.Payloads.read;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.message.Alias;
import travel.opslayer.message.Content.Media;
import travel.opslayer.message.Content.Media.Type;
import travel.opslayer.message.Content.Other;
import travel.opslayer.message.Content.Place;
import travel.opslayer.message.Content.Reaction;
import travel.opslayer.message.Content.Tap;
import travel.opslayer.message.Content.Tap.Choice;
import travel.opslayer.message.Content.Text;
import travel.opslayer.message.InboundEvent.Message;
import travel.opslayer.message.InboundEvent.Notice;
import travel.opslayer.message.InboundEvent.Unreadable;
import travel.opslayer.message.Sender;

class CloudContentTest {
  private static final Instant WHEN = Instant.ofEpochSecond(1794200400);
  private static final Sender PASANG =
      new Sender(List.of(Alias.phone("9779812345601")), "Pasang Dolma");

  private static Media media(
      Type type,
      @Nullable String id,
      @Nullable String caption,
      @Nullable String file,
      String mime,
      boolean voice) {
    return new Media(type, id, caption, file, mime, voice);
  }

  @Test
  void a_text_is_read_whole() throws Exception {
    assertThat(read("text"))
        .containsExactly(
            new Message(
                "wamid.own.text",
                PASANG,
                WHEN,
                null,
                new Text("Are there seats left for Mardi Himal? ☀️ 50/50 é")));
  }

  @Test
  void what_comes_along_with_a_text_is_kept() throws Exception {
    var message = message("text-reply");

    assertThat(message.replyTo()).isEqualTo("wamid.quoted");
    assertThat(message.extras())
        .containsOnlyKeys("forwarded", "referred_product", "referral", "group_id");
    assertThat(message.extras())
        .containsEntry("forwarded", true)
        .containsEntry("group_id", "grp-1");
    assertThat(message.extras().get("referred_product"))
        .isEqualTo(Map.of("catalog_id", "7", "product_retailer_id", "mardi-5d"));
  }

  @Test
  void media_of_every_kind() throws Exception {
    assertThat(content("image"))
        .isEqualTo(media(Type.IMAGE, "901", "my passport", null, "image/jpeg", false));
    assertThat(content("video"))
        .isEqualTo(media(Type.VIDEO, "902", null, null, "video/mp4", false));
    assertThat(content("voice-note"))
        .isEqualTo(media(Type.AUDIO, "903", null, null, "audio/ogg; codecs=opus", true));
    assertThat(content("voice-old"))
        .isEqualTo(media(Type.AUDIO, "904", null, null, "audio/ogg", true));
    assertThat(content("document"))
        .isEqualTo(
            media(Type.DOCUMENT, "905", null, "Visado señora.pdf", "application/pdf", false));
    assertThat(content("sticker"))
        .isEqualTo(media(Type.STICKER, "906", null, null, "image/webp", false));
  }

  @Test
  void lost_media_leave_their_message() throws Exception {
    assertThat(content("image-lost"))
        .isEqualTo(media(Type.IMAGE, null, "my passport", null, "image/jpeg", false));
  }

  @Test
  void the_equator_is_a_place() throws Exception {
    assertThat(content("location")).isEqualTo(new Place(0.0, 36.5, "Line", "Nanyuki"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"latitude\":91,\"longitude\":1}",
        "{\"latitude\":\"north\",\"longitude\":1}",
        "null",
        "7"
      })
  void a_place_beyond_the_earth_is_unreadable(String location) throws Exception {
    assertThat(
            events(
                inside(
                    "{\"from\":\"9779812345601\",\"id\":\"x\",\"type\":\"location\",\"location\":"
                        + location
                        + "}")))
        .containsExactly(new Unreadable("A location has no place on earth."));
  }

  @Test
  void a_reaction_comes_and_goes() throws Exception {
    assertThat(content("reaction")).isEqualTo(new Reaction("wamid.ours", "👍🏽"));
    assertThat(content("reaction-removed")).isEqualTo(new Reaction("wamid.ours", null));
  }

  @Test
  void taps_on_all_three_kinds_of_choices() throws Exception {
    assertThat(content("button")).isEqualTo(new Tap(Choice.BUTTON, "stop", "No more offers"));
    assertThat(message("button").replyTo()).isEqualTo("wamid.ours");
    assertThat(content("button-reply")).isEqualTo(new Tap(Choice.BUTTON, "tok-1", "Yes, move"));
    assertThat(content("list-reply")).isEqualTo(new Tap(Choice.LIST, "row-2", "Mardi, 5 days"));
  }

  @Test
  void the_answers_of_a_form_are_an_object_or_stay_a_text() throws Exception {
    assertThat(content("form").details()).containsEntry("form", Map.of("meal", "dal bhat"));
    assertThat(content("form-broken").details())
        .doesNotContainKey("form")
        .extractingByKey("nfm_reply")
        .isEqualTo(Map.of("name", "flow", "body", "Sent", "response_json", "{\"meal\":"));
  }

  @Test
  void an_empty_interactive_message_and_its_error_are_both_kept() throws Exception {
    assertThat(read("interactive-empty"))
        .containsExactly(
            new Message(
                "wamid.own.interactive",
                PASANG,
                WHEN,
                null,
                new Other("interactive", "", Map.of())),
            new Notice("errors", Map.of("code", 131000L, "title", "Something went wrong")));
  }

  @ParameterizedTest
  @CsvSource({
    "contacts,contacts,'',contacts",
    "order,order,two please,product_items",
    "system-number,system,'',wa_id",
    "edit,edit,'three, not two',original_message_id",
    "revoke,revoke,'',original_message_id",
    "unsupported,unsupported,'',errors",
    "unknown-type,unsupported,'',hologram"
  })
  void other_kinds_are_kept_with_all_they_bring(
      String name, String kind, String words, String detail) throws Exception {
    assertThat(content(name)).isInstanceOf(Other.class);
    assertThat(content(name).kind()).isEqualTo(kind);
    assertThat(content(name).words()).isEqualTo(words);
    assertThat(content(name).details()).containsKey(detail);
  }

  @Test
  void the_phones_on_a_card_are_read_as_digits() throws Exception {
    assertThat(((Other) content("contacts")).phones()).containsExactly("9779812345602");
    assertThat(((Other) content("order")).phones()).isEmpty();
  }

  @Test
  void a_missing_type_is_inferred() throws Exception {
    assertThat(content("type-missing")).isEqualTo(new Text("no type told"));
  }

  @Test
  void what_postgresql_cannot_store_is_taken_out() throws Exception {
    assertThat(content("nul-and-half").words()).isEqualTo("ab\uFFFDc");
  }
}
