package travel.opslayer.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf.Filing;

class MediaShelfTest {

  private static final int HIMAL = 1;
  private static final Instant NOW = Instant.parse("2026-11-09T05:20:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(30));

  private final MediaShelf shelf = Shipped.bean(MediaShelf.class);
  private final UUID person = UUID.randomUUID();

  private static <T> T with(Function<Sql, T> work) {
    return Shipped.bean(Database.class).write(HIMAL, work::apply);
  }

  private List<MediaItem> of(String subject) {
    return with(sql -> shelf.ofSubject(sql, HIMAL, subject));
  }

  private MediaItem filed(UUID id, @Nullable String subject, Consent consent) {
    var filing =
        new Filing(
            person,
            UUID.randomUUID(),
            "health_document",
            "safety",
            List.of("manager"),
            subject,
            LATER,
            consent);
    return with(sql -> shelf.file(sql, HIMAL, id, filing, NOW));
  }

  @Test
  void what_is_filed_twice_is_there_once() {
    var id = UUID.randomUUID();
    var first = filed(id, "LD-9001", Consent.NOT_ASKED);

    assertThat(filed(id, "LD-9001", Consent.NOT_ASKED)).isEqualTo(first);
    assertThat(of("LD-9001")).containsExactly(first);
    var found = with(sql -> shelf.byCode(sql, HIMAL, first.code()));
    assertThat(found).contains(first);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_ASKED, manager, true",
    "GIVEN, manager, true",
    "ASKED, manager, false",
    "REFUSED, manager, false",
    "GIVEN, sales, false",
    "GIVEN, customer, false"
  })
  void who_may_open_it(Consent consent, String role, boolean may) {
    var item = filed(UUID.randomUUID(), "LD-9002", consent);

    assertThat(shelf.mayOpen(item, role, NOW)).isEqualTo(may);
    assertThat(shelf.mayOpen(item, role, LATER)).isFalse();
  }

  @Test
  void what_came_before_there_was_a_lead_belongs_to_it() {
    var item = filed(UUID.randomUUID(), null, Consent.NOT_ASKED);
    with(
        sql -> {
          shelf.belong(sql, HIMAL, person, "LD-9003");
          return item;
        });

    assertThat(of("LD-9003")).extracting(MediaItem::code).containsExactly(item.code());
  }

  @Test
  void it_can_be_kept_until_another_time_and_is_gone_when_it_is_deleted() {
    var item = filed(UUID.randomUUID(), "LD-9004", Consent.ASKED);
    var agreed = with(sql -> shelf.consent(sql, HIMAL, item, Consent.GIVEN, NOW));
    var longer = with(sql -> shelf.keep(sql, HIMAL, agreed, LATER.plusSeconds(60)));
    assertThat(shelf.mayOpen(longer, "manager", LATER)).isTrue();

    var gone = with(sql -> shelf.delete(sql, HIMAL, longer, NOW));
    assertThat(shelf.mayOpen(gone, "manager", NOW)).isFalse();
    assertThat(of("LD-9004")).isEmpty();
  }
}
