package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.timer.DueTimers;

/** What else may happen to photos and documents. */
class T17VariantsTest extends PembasAlbum {

  @Test
  void the_same_photo_twice_is_one() {
    var photo = picture(640, 480, 9);
    shows(PEMBA, "A1", "08:00:00", media("image", "caption", "TRP123", "base64", photo));
    answered();
    shows(PEMBA, "A2", "08:05:00", media("image", "caption", "TRP123", "base64", photo));
    answered();

    assertThat(last(PEMBA).text()).contains("filed already");
    var media = api("/api/v1/media");
    assertThat(media.split("\"code\":")).hasSize(2);
    assertThat(house.count("SELECT count(*) FROM media_items WHERE same_as IS NULL")).isOne();
  }

  @Test
  void the_same_photo_of_somebody_else_is_theirs() {
    var photo = picture(640, 480, 9);
    shows(PEMBA, "A1", "08:00:00", media("image", "caption", "TRP123", "base64", photo));
    shows(EMMA, "A2", "08:05:00", media("image", "base64", photo));
    answered();

    assertThat(house.count("SELECT count(*) FROM media_items WHERE same_as IS NULL")).isEqualTo(2);
  }

  @Test
  void a_photo_that_tells_of_trouble_is_of_the_incident_and_not_of_the_album() {
    shows(
        PEMBA,
        "A1",
        "08:00:00",
        media("image", "caption", "ISSUE TRP123 flat tyre", "base64", picture(640, 480, 9)));
    answered();

    assertThat(house.column("SELECT trip || ' ' || category FROM incidents"))
        .containsExactly("TRP123 vehicle");
    assertThat(phones.of(PEMBA)).noneMatch(it -> it.template().startsWith("media/"));
    assertThat(phones.of(BIKRAM)).anyMatch(it -> it.template().equals("incident/alert"));
  }

  @Test
  void a_sticker_is_a_smile() {
    shows(EMMA, "A1", "08:00:00", media("sticker"));
    answered();

    assertThat(phones.of(EMMA)).isEmpty();
    assertThat(phones.of(SARITA)).isEmpty();
    assertThat(house.count("SELECT count(*) FROM media_items")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"+12025550104", "+9779805550301"})
  void what_can_be_seen_once_is_asked_for_again(String phone) {
    shows(phone, "A1", "08:00:00", media("view_once"));
    answered();

    assertThat(last(phone).template()).isEqualTo("media/send_again");
  }

  @Test
  void what_the_provider_has_lost_is_asked_for_again() {
    shows(EMMA, "A1", "08:00:00", media("image", "lost", true));
    answered();

    assertThat(phones.of(EMMA)).hasSize(1);
    assertThat(last(EMMA).template()).isEqualTo("media/send_again");
    assertThat(house.column("SELECT state || ' ' || reason FROM media_items"))
        .containsExactly("rejected lost");
  }

  @Test
  void a_program_is_not_kept_whatever_it_is_called() {
    var program = Base64.getEncoder().encodeToString("MZ this is a program".getBytes());
    shows(EMMA, "A1", "08:00:00", media("document", "fileName", "passport.pdf", "base64", program));
    answered();

    assertThat(last(EMMA).template()).isEqualTo("media/wrong_type");
    assertThat(
            house.column(
                "SELECT state || ' ' || reason || ' ' || (erased_at IS NOT NULL)"
                    + " FROM media_items"))
        .containsExactly("rejected wrong_type true");
    assertThat(phones.of(BIKRAM)).isEmpty();
  }

  @Test
  void a_document_that_says_nothing_is_kept_closed_and_asked_about() {
    shows(EMMA, "A1", "08:00:00", media("document", "fileName", "IMG_2231.pdf"));
    answered();
    assertThat(last(EMMA).template()).isEqualTo("media/unsure");
    assertThat(house.column("SELECT array_to_string(roles, ',') FROM media_items"))
        .containsExactly("operations,manager");

    taps(EMMA, "A2", "08:01:00", choice(EMMA, "name_document"));
    assertThat(last(EMMA).template()).isEqualTo("media/kept");
    assertThat(house.column("SELECT class || ' ' || purpose FROM media_items"))
        .containsExactly("id_document permit");
  }

  @Test
  void it_only_looked_like_a_card() {
    album("sunrise TRP123");
    writes(PEMBA, "G1", "07:41:00", "no");

    assertThat(last(PEMBA).template()).isEqualTo("media/is_photo");
    assertThat(house.column("SELECT DISTINCT class FROM media_items")).containsExactly("photo");
  }

  @Test
  void without_a_code_it_is_the_trip_that_they_are_on() {
    album("sunrise");

    assertThat(last(PEMBA).template()).isEqualTo("media/filed");
    assertThat(last(PEMBA).text()).contains("8 photos", "TRP123");
    assertThat(house.column("SELECT DISTINCT subject FROM media_items")).containsExactly("TRP123");
  }

  @Test
  void an_answer_in_spanish() {
    phones.at(DAY + "08:00:00");
    phones.writes("+34600000199", "Xavi", "S0", DAY + "08:00:00", "no quiero salir en fotos");
    answered();

    assertThat(last("+34600000199").template()).isEqualTo("media/objected");
    assertThat(last("+34600000199").language()).isEqualTo("es");
  }

  @Test
  void only_who_showed_a_photo_agrees_to_publish_it() {
    agreesToPublish("publish_no");
    taps(HANNAH, "X1", "08:00:00", "publish_all@MD-1");

    assertThat(house.column("SELECT publish FROM media_items")).containsExactly("refused");
    assertThat(last(HANNAH).template()).isEqualTo("refused/nobody_permits");
  }

  @Test
  void asked_without_a_photo_it_is_asked_for() {
    writes(EMMA, "E1", "08:00:00", "can u use this pic on insta?");

    assertThat(last(EMMA).template()).isEqualTo("media/which_photo");
  }

  @Test
  void what_nobody_has_named_is_erased_after_its_time() {
    shows(EMMA, "A1", "08:00:00", media("image", "base64", picture(640, 480, 3)));
    answered();
    phones.at("2026-12-11T08:00:00");
    DueTimers.fire(house);
    house.settle();

    assertThat(house.column("SELECT state || ' ' || (erased_at IS NOT NULL) FROM media_items"))
        .containsExactly("purged true");
  }

  @Test
  void nothing_that_is_shown_lies_in_clear() {
    var words = "xylophonically written down in a text file";
    shows(
        EMMA,
        "A1",
        "08:00:00",
        Map.of(
            "kind",
            "document",
            "fileName",
            "passport.txt",
            "base64",
            Base64.getEncoder().encodeToString(words.getBytes())));
    answered();

    assertThat(house.column("SELECT state || ' ' || type FROM media_items"))
        .containsExactly("available text/plain");
    assertThat(InClear.files(house)).isNotEmpty().noneMatch(it -> it.contains("xylophonically"));
    assertThat(house.column("SELECT encode(sealed, 'escape') FROM sandbox_media"))
        .noneMatch(it -> it.contains("xylophonically"));
  }
}
