package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import travel.opslayer.timer.DueTimers;

/** Photos, passports and "can u use this pic on insta?" */
class T17Test extends PembasAlbum {

  private static final String CAPTION = "sunrise ✨ sabai khusi TRP123";

  @Test
  void an_album_is_one_summary_and_what_looks_like_a_card_is_kept_private() {
    album(CAPTION);

    assertThat(phones.of(PEMBA)).hasSize(1);
    assertThat(last(PEMBA).template()).isEqualTo("media/filed");
    assertThat(last(PEMBA).text()).contains("8 photos", "TRP123", "7:40", "ID card", "private");
    assertThat(house.column("SELECT class || ' ' || count(*) FROM media_items GROUP BY class"))
        .containsExactlyInAnyOrder("photo 7", "id_document 1");
    assertThat(
            house.column(
                "SELECT DISTINCT subject || ' ' || state || ' ' || (sha256 IS NOT NULL)"
                    + " || ' ' || (happened_at IS NOT NULL) FROM media_items"))
        .containsExactly("TRP123 available true true");
    assertThat(
            house.column(
                "SELECT array_to_string(roles, ',') || ' ' || keep_until::date FROM media_items"
                    + " WHERE class = 'id_document'"))
        .containsExactly("operations,manager 2026-12-10");
    assertThat(house.count("SELECT count(DISTINCT sha256) FROM media_items")).isEqualTo(8);
  }

  @Test
  void the_guide_says_whose_it_is_and_nobody_but_operations_opens_it() {
    theGuideTells();

    assertThat(last(PEMBA).template()).isEqualTo("media/owner_noted");
    assertThat(last(PEMBA).text()).contains("Klein");
    assertThat(house.column("SELECT (family_name IS NOT NULL)::text FROM media_items"))
        .containsOnlyOnce("true");
    assertThat(house.column("SELECT t::text FROM media_items t"))
        .noneMatch(it -> it.contains("Klein"));
    for (var phone : java.util.List.of(PEMBA, RAM, SARITA, BIKRAM)) {
      assertThat(phones.of(phone)).noneMatch(it -> it.kind().equals("media"));
    }
  }

  @Test
  void sales_may_not_open_the_passport_and_that_they_asked_is_written_down() {
    theGuideTells();
    writes(SARITA, "X1", "09:00:00", "open " + passport());

    assertThat(last(SARITA).template()).isEqualTo("refused/document_closed");
    assertThat(
            house.column(
                "SELECT result FROM whatsapp_audit_logs WHERE action = 'open_document'"
                    + " AND subject = ?",
                passport()))
        .containsExactly("refused: refused/document_closed");
    assertThat(house.count("SELECT count(*) FROM media_links")).isZero();
  }

  @Test
  void operations_sees_it_once_on_a_page_of_ours() {
    theGuideTells();
    writes(BIKRAM, "X2", "09:01:00", passport());

    assertThat(last(BIKRAM).template()).isEqualTo("media/link");
    var path = URI.create(last(BIKRAM).text().replaceAll("(?s).*(http\\S+/m/\\S+)\\n.*", "$1"));
    assertThat(house.get(path.getPath()).statusCode()).isEqualTo(200);
    var opened = house.post(path.getPath(), new byte[0]);
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.headers().firstValue("content-type")).hasValue("image/png");
    assertThat(opened.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(house.post(path.getPath(), new byte[0]).statusCode()).isEqualTo(410);
    assertThat(house.column("SELECT result FROM whatsapp_audit_logs WHERE action = 'see_document'"))
        .containsExactly("permitted");
  }

  @Test
  void a_link_is_over_after_ten_minutes_and_when_the_document_is_gone() {
    theGuideTells();
    writes(BIKRAM, "X2", "09:01:00", passport());
    var path = URI.create(last(BIKRAM).text().replaceAll("(?s).*(http\\S+/m/\\S+)\\n.*", "$1"));
    phones.at(DAY + "09:12:00");

    assertThat(house.get(path.getPath()).statusCode()).isEqualTo(410);
    assertThat(house.post(path.getPath(), new byte[0]).statusCode()).isEqualTo(410);
  }

  @Test
  void thirty_days_after_the_trip_the_bytes_are_erased_and_row_and_hash_stay() {
    theGuideTells();
    var before = files();
    house.moveTo(Instant.parse("2026-12-10T18:16:00Z"));
    DueTimers.fire(house);
    house.settle();

    assertThat(
            house.rows(
                "SELECT state, deleted_at, erased_at, sha256 FROM media_items WHERE code = ?",
                passport()))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it).containsEntry("state", "purged");
              assertThat(it.get("sha256")).isNotNull();
              assertThat(it.get("erased_at")).isNotNull();
            });
    assertThat(files()).isEqualTo(before - 1);
    assertThat(house.count("SELECT count(*) FROM media_items WHERE state = 'available'"))
        .isEqualTo(7);
  }

  @Test
  void consent_to_publish_says_who_what_when_which_message_and_scope() {
    agreesToPublish("publish_all");

    assertThat(last(EMMA).template()).isEqualTo("media/publish_thanks");
    assertThat(house.column("SELECT publish || ' ' || scope FROM media_items"))
        .containsExactly("given all");
    assertThat(
            house.column(
                """
                SELECT c.answer || ' ' || c.scope || ' ' || (m.kind) || ' ' || d.wish
                FROM media_consents c
                JOIN whatsapp_messages m ON m.tenant_id = c.tenant_id AND m.id = c.message_id
                JOIN decisions d ON d.tenant_id = c.tenant_id AND d.id = c.asked_in
                """))
        .containsExactly("given all button ask_publish");
  }

  @Test
  void unpublish_takes_it_back_and_sales_takes_it_down() {
    agreesToPublish("publish_me");
    writes(EMMA, "E5", "08:00:00", "unpublish");

    assertThat(last(EMMA).template()).isEqualTo("media/unpublished");
    assertThat(house.column("SELECT publish FROM media_items")).containsExactly("withdrawn");
    assertThat(house.column("SELECT answer FROM media_consents ORDER BY at"))
        .containsExactly("given", "withdrawn");
    assertThat(last(SARITA).template()).isEqualTo("media/unpublished_notice");
    assertThat(last(SARITA).text()).contains("Emma", "MD-1");

    writes(EMMA, "E6", "08:01:00", "unpublish");
    assertThat(last(EMMA).template()).isEqualTo("media/nothing_published");
  }

  @Test
  void a_later_objection_of_another_guest_beats_earlier_consent() {
    agreesToPublish("publish_all");
    writes(HANNAH, "H1", "08:10:00", "pls dont put photos of me anywhere");

    assertThat(last(HANNAH).template()).isEqualTo("media/objected");
    assertThat(last(SARITA).template()).isEqualTo("media/conflict");
    assertThat(last(SARITA).text()).contains("MD-1", "Emma", "Hannah");
    assertThat(house.column("SELECT publish FROM media_items")).containsExactly("blocked");

    taps(SARITA, "X3", "08:20:00", choice(SARITA, "clear_photo"));
    assertThat(house.column("SELECT publish FROM media_items")).containsExactly("given");
  }

  @Test
  void who_alone_is_on_a_photo_agrees_alone() {
    agreesToPublish("publish_me");
    writes(HANNAH, "H1", "08:10:00", "pls dont put photos of me anywhere");

    assertThat(house.column("SELECT publish FROM media_items")).containsExactly("given");
    assertThat(phones.of(SARITA)).noneMatch(it -> it.template().equals("media/conflict"));
  }

  @Test
  void after_an_objection_we_all_agree_is_looked_at_first() {
    writes(HANNAH, "H1", "07:10:00", "pls dont put photos of me anywhere");
    agreesToPublish("publish_all");

    assertThat(last(EMMA).template()).isEqualTo("media/publish_checked");
    assertThat(house.column("SELECT publish FROM media_items")).containsExactly("blocked");
    assertThat(last(SARITA).template()).isEqualTo("media/conflict");
  }

  @Test
  void nothing_is_published_by_default() {
    album(CAPTION);
    shows(EMMA, "E1", "07:55:12", media("image", "base64", picture(640, 480, 77)));
    answered();

    assertThat(house.column("SELECT DISTINCT publish FROM media_items")).containsExactly("none");
  }

  @Test
  void a_passport_of_a_guest_is_for_the_permit() {
    shows(EMMA, "E3", "07:57:00", media("document", "fileName", "passport_emma.pdf"));
    answered();

    assertThat(last(EMMA).template()).isEqualTo("media/kept");
    assertThat(last(EMMA).text()).contains("permit", "30 days");
    assertThat(last(BIKRAM).template()).isEqualTo("media/came_notice");
    assertThat(phones.of(PEMBA)).isEmpty();
    assertThat(
            house.column(
                "SELECT class || ' ' || purpose || ' ' || array_to_string(roles, ',') || ' '"
                    + " || type FROM media_items"))
        .containsExactly("id_document permit operations,manager application/pdf");
  }

  @Test
  void what_is_too_big_is_not_loaded_and_the_limits_are_told() {
    shows(RAM, "R1", "08:30:00", media("document", "fileName", "sunrise.mp4", "size", 340_000_000));
    answered();

    assertThat(phones.of(RAM)).hasSize(1);
    assertThat(last(RAM).template()).isEqualTo("media/too_big");
    assertThat(last(RAM).text()).contains("100 MB", "16 MB");
    assertThat(house.column("SELECT state || ' ' || reason FROM media_items"))
        .containsExactly("rejected too_big");
  }

  @Test
  void the_admin_api_shows_what_became_of_each() {
    album(CAPTION);

    var media = api("/api/v1/media?limit=20");
    assertThat(media)
        .contains("\"kind\":\"image\"", "\"state\":\"available\"", "\"trip\":\"TRP123\"")
        .contains("\"class\":\"photo\"", "\"class\":\"id_document\"", "\"retention\":\"2026-12-1")
        .contains("\"sha256\":\"", "\"bytes\":");
    assertThat(api("/api/v1/media/MD-5")).contains("\"code\":\"MD-5\"");
  }

  private void theGuideTells() {
    album(CAPTION);
    writes(PEMBA, "G1", "07:41:00", "aa tyo chai guest ko passport, permit ko lagi");
    assertThat(last(PEMBA).template()).isEqualTo("media/whose");
    assertThat(last(PEMBA).text()).contains("TRP123", "operations", "30 days", "family name");
    writes(PEMBA, "G2", "07:41:30", "Klein");
  }

  private String passport() {
    return house.column("SELECT code FROM media_items WHERE class = 'id_document'").getFirst();
  }

  private long files() {
    return InClear.files(house).size();
  }
}
