package travel.opslayer.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final Instant NOW = Instant.parse("2026-11-08T03:15:00.123Z");
  private static final UUID CAUSE = new Ids(InstantSource.fixed(NOW)).next();

  @Test
  void an_id_is_a_uuid_of_version_seven_and_begins_with_the_time() {
    var id = new Ids(InstantSource.fixed(NOW)).next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void no_two_are_alike_and_later_ones_sort_after_earlier_ones() {
    var ids = new Ids(InstantSource.fixed(NOW));
    var many = new HashSet<UUID>();
    for (var i = 0; i < 10_000; i++) {
      many.add(ids.next());
    }
    var later = new Ids(InstantSource.fixed(NOW.plusMillis(1))).next();

    assertThat(many).hasSize(10_000);
    assertThat(many).allMatch(it -> it.compareTo(later) < 0);
  }

  @Test
  void of_one_cause_the_same_thing_has_the_same_id_and_another_thing_another() {
    var lead = Ids.from(CAUSE, "lead");

    assertThat(Ids.from(CAUSE, "lead")).isEqualTo(lead);
    assertThat(Ids.from(CAUSE, "leader")).isNotEqualTo(lead);
    assertThat(Ids.from(new UUID(CAUSE.getMostSignificantBits(), 1), "lead")).isNotEqualTo(lead);
  }

  @Test
  void what_follows_from_a_cause_stands_near_it() {
    var lead = Ids.from(CAUSE, "lead");

    assertThat(lead.getMostSignificantBits()).isEqualTo(CAUSE.getMostSignificantBits());
    assertThat(lead.version()).isEqualTo(7);
    assertThat(lead.variant()).isEqualTo(2);
  }
}
