package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PageRepository in pages, while more comes in. */
class PagesTest {

  private static final List<String> LISTS =
      List.of(
          "leads",
          "people",
          "consents",
          "departures",
          "conversations",
          "messages",
          "outbox",
          "dead-letters",
          "audit",
          "timeline",
          "decisions",
          "metrics",
          "channels");

  @TempDir static Path keys;
  private static ApiOffice office;
  private static int written;

  @BeforeAll
  static void open() throws Exception {
    office = new ApiOffice(keys).withRules();
    write(7);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  /** Several strangers ask in one go, so that their rows have one time. */
  private static void write(int people) throws Exception {
    for (var i = 0; i < people; i++) {
      written++;
      office.says("+346000001%02d".formatted(written), "intrested in EBC", "P" + written);
    }
    office.settle();
  }

  @Test
  void three_pages_have_no_gap_and_nothing_twice_while_new_rows_come_in() throws Exception {
    for (var list : List.of("messages", "decisions", "leads", "outbox", "timeline", "people")) {
      var before = ids(office.all(list));
      var seen = new ArrayList<Object>();
      var size = (before.size() + 2) / 3;
      var page = office.get("/api/v1/" + list + "?limit=" + size);
      while (true) {
        seen.addAll(ids(page.items()));
        if (page.next() == null) {
          break;
        }
        write(1);
        page = office.get("/api/v1/" + list + "?limit=" + size + "&cursor=" + page.next());
      }
      assertThat(seen).as(list).hasSizeGreaterThan(4).isEqualTo(before);
      assertThat(ids(office.all(list)))
          .as(list)
          .hasSizeGreaterThan(before.size())
          .endsWith(before.toArray());
    }
  }

  @Test
  void the_newest_comes_first() throws Exception {
    var times =
        office.all("messages").stream()
            .map(it -> OffsetDateTime.parse(String.valueOf(it.get("at"))))
            .toList();
    assertThat(times).hasSizeGreaterThan(6);
    for (var i = 1; i < times.size(); i++) {
      assertThat(times.get(i)).isBeforeOrEqualTo(times.get(i - 1));
    }
  }

  @Test
  void a_limit_is_a_number_from_1_to_200() throws Exception {
    for (var list : LISTS) {
      assertThat(office.get("/api/v1/" + list + "?limit=200").status()).as(list).isEqualTo(200);
      assertThat(office.get("/api/v1/" + list + "?limit=1").items()).as(list).hasSizeLessThan(2);
      for (var wrong : List.of("0", "201", "-1", "1.5", "x", "", "99999999999", "%D9%A1")) {
        var answer = office.get("/api/v1/" + list + "?limit=" + wrong);
        assertProblem(answer, 400, "from 1 to 200");
      }
    }
  }

  @Test
  void a_cursor_is_good_for_its_own_list_only() throws Exception {
    var cursor = office.get("/api/v1/messages?limit=1").next();
    assertThat(cursor).isNotNull();
    assertThat(office.get("/api/v1/messages?cursor=" + cursor).items()).isNotEmpty();
    for (var list : LISTS) {
      if (!list.equals("messages")) {
        assertProblem(office.get("/api/v1/" + list + "?cursor=" + cursor), 400, "not one of this");
      }
    }
    assertProblem(
        office.get(
            "/api/v1/timeline?object=LD-302&cursor="
                + office.get("/api/v1/timeline?limit=1").next()),
        400,
        "not one of this");
  }

  @Test
  void a_broken_cursor_is_refused() throws Exception {
    var cursor = String.valueOf(office.get("/api/v1/messages?limit=1").next());
    var changed = cursor.substring(0, cursor.length() - 2) + (cursor.endsWith("AA") ? "BB" : "AA");
    for (var broken : List.of("x", "", changed, cursor + "A", "..%2F", cursor.substring(4))) {
      assertProblem(office.get("/api/v1/messages?cursor=" + broken), 400, "not one of this");
    }
  }

  @Test
  void a_list_without_items_is_a_list() throws Exception {
    var answer = office.get("/api/v1/consents");
    assertThat(answer.body()).containsOnlyKeys("items", "next");
    assertThat(answer.items()).isEmpty();
    assertThat(answer.next()).isNull();
  }

  @Test
  void an_item_of_a_list_has_the_fields_of_its_own_page() throws Exception {
    for (var list : LISTS) {
      for (var item : office.get("/api/v1/" + list + "?limit=3").items()) {
        if (item.containsKey("id")) {
          assertThat(office.item(list + "/" + item.get("id"))).as(list).isEqualTo(item);
        }
      }
    }
  }

  @Test
  void what_is_not_there_is_a_problem_of_404() throws Exception {
    var nobody = "0198c5a0-0000-7000-8000-000000000000";
    for (var list : LISTS) {
      if (!list.equals("metrics")) {
        for (var id : List.of(nobody, "LD-999999", "nothing", "%00", "'%20OR%201=1--")) {
          var answer = office.get("/api/v1/" + list + "/" + id);
          assertThat(answer.status()).as(list + " " + id).isEqualTo(404);
          assertThat(answer.type()).startsWith("application/problem+json");
        }
      }
    }
  }

  private static List<Object> ids(List<Map<String, Object>> items) {
    var ids = items.stream().map(it -> it.get("id")).toList();
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    return ids;
  }
}
