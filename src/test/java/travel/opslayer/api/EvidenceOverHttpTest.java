package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.database.Database;

/** Evidence and feedback, from outside. */
class EvidenceOverHttpTest {

  @TempDir static Path keys;
  private static ApiOffice office;

  @BeforeAll
  static void open() {
    office = new ApiOffice(keys).withRules();
    office
        .bean(Database.class)
        .write(
            1,
            sql ->
                sql.update(
                    """
                    INSERT INTO feedback (tenant_id, id, code, trip, booking, person_id, state,
                      score, due_at, created_at)
                    SELECT tenant_id, gen_random_uuid(), 'FB-1', trip, booking, person_id,
                      'escalated', 2, '2026-11-11T08:00Z', '2026-11-10T08:00Z'
                    FROM trip_guests WHERE tenant_id = 1 AND booking = 'BK-1901'
                    """));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void feedback_is_a_list_like_all_others() throws Exception {
    var item = office.item("feedback/fb-1");

    assertThat(item)
        .containsEntry("code", "FB-1")
        .containsEntry("state", "escalated")
        .containsEntry("trip", "TRP123")
        .containsEntry("booking", "BK-1901")
        .containsEntry("score", 2)
        .containsEntry("words", null)
        .containsEntry("dueAt", "2026-11-11T13:45:00+05:45");
    assertThat(office.all("feedback")).isEqualTo(List.of(item));
    assertProblem(office.get("/api/v1/feedback/FB-2"), 404, "among the feedback");
  }

  @Test
  void a_pack_is_found_by_the_code_of_its_thing_however_it_is_typed() throws Exception {
    var pack = office.item("evidence/trp123");

    assertThat(pack).containsEntry("object", "TRP123").containsKey("madeAt");
    assertThat(String.valueOf(pack.get("sections"))).contains("FB-1", "AS-");
    assertProblem(office.get("/api/v1/evidence/BK-77"), 404, "among the evidence");
    assertProblem(office.get("/api/v1/evidence/SARITA"), 404, "among the evidence");
  }

  @Test
  void nobody_comes_in_without_the_token() throws Exception {
    for (var path : List.of("/api/v1/evidence/TRP123", "/api/v1/feedback")) {
      assertThat(office.ask(office.bare(path).GET()).status()).isEqualTo(401);
    }
  }
}
