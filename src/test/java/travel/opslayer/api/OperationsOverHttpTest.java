package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;

/** What operations do with many people and many seats, from outside. */
class OperationsOverHttpTest {

  private static final String BIKRAM = "9779805550202";

  @TempDir static Path keys;
  private static ApiOffice office;

  @BeforeAll
  static void open() throws Exception {
    office = new ApiOffice(keys).withRules();
    office.says(BIKRAM, "BROADCAST TRP123: We leave at 9.", "B1");
    office.settle();
    office.says(BIKRAM, "HOLD EBC-0315 2 Tom", "B2");
    office.settle();
    office
        .bean(Database.class)
        .write(
            1,
            sql ->
                sql.update(
                    """
                    INSERT INTO overtime (tenant_id, id, code, trip, crew_id, person_id, state,
                      minutes, granted, why, created_at)
                    SELECT tenant_id, gen_random_uuid(), 'OT-1', trip, id, person_id, 'approved',
                      90, 60, ?, '2026-11-10T08:00Z'
                    FROM crew WHERE tenant_id = 1 AND trip = 'TRP123' LIMIT 1
                    """,
                    office.bean(Vault.class).seal(1, "overtime.why", "snow on the road")));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void a_broadcast_says_to_whom_it_goes_and_how_far_it_is() throws Exception {
    var item = office.item("broadcasts/bc-1");

    assertThat(item)
        .containsEntry("code", "BC-1")
        .containsEntry("state", "draft")
        .containsEntry("audience", "guests")
        .containsEntry("about", "TRP123")
        .containsEntry("words", "We leave at 9.")
        .containsEntry("sent", 0)
        .containsEntry("failed", 0)
        .containsEntry("startedAt", null);
    assertThat((Integer) item.get("people")).isPositive();
    assertThat(office.all("broadcasts")).isEqualTo(List.of(item));
    assertProblem(office.get("/api/v1/broadcasts/BC-2"), 404, "among the broadcasts");
  }

  @Test
  void a_hold_says_for_what_its_seats_are_kept() throws Exception {
    var holds = office.all("holds");

    assertThat(holds)
        .anySatisfy(
            it ->
                assertThat(it)
                    .containsEntry("departure", "EBC-0315")
                    .containsEntry("party", 2)
                    .containsEntry("state", "active")
                    .containsEntry("purpose", "booking")
                    .containsEntry("booking", "BK-1"));
    assertThat(office.item("holds/" + holds.getFirst().get("id"))).isEqualTo(holds.getFirst());
    assertProblem(office.get("/api/v1/holds/EBC-0315"), 404, "among the holds");
  }

  @Test
  void an_extension_says_what_was_asked_and_what_was_granted() throws Exception {
    var item = office.item("extensions/OT-1");

    assertThat(item)
        .containsEntry("state", "approved")
        .containsEntry("trip", "TRP123")
        .containsEntry("minutes", 90)
        .containsEntry("granted", 60)
        .containsEntry("why", "snow on the road");
    assertThat(office.all("extensions")).isEqualTo(List.of(item));
    assertProblem(office.get("/api/v1/extensions/OT-2"), 404, "among the extensions");
  }

  @Test
  void nobody_comes_in_without_the_token() throws Exception {
    for (var path : List.of("broadcasts", "holds", "extensions")) {
      assertThat(office.ask(office.bare("/api/v1/" + path).GET()).status()).isEqualTo(401);
    }
  }
}
