package travel.opslayer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Database;
import travel.opslayer.demo.Table.Line;

class DemoTest {

  private static final int HIMAL = 1;

  private static List<Contact> of(String role) {
    return Shipped.bean(Database.class)
        .read(HIMAL, sql -> Shipped.bean(Conversations.class).byRole(sql, HIMAL, role));
  }

  @Test
  void every_row_of_its_tables_is_there() {
    for (var table :
        Map.of("products", "core.products", "departures", "core.departures", "people", "people")
            .entrySet()) {
      var rows = Table.read(table.getKey() + ".csv");
      var stored =
          Shipped.bean(Database.class)
              .read(
                  HIMAL,
                  sql ->
                      sql.list(
                          "SELECT code FROM %s WHERE code IS NOT NULL".formatted(table.getValue()),
                          row -> row.text("code")));
      assertThat(stored)
          .as(table.getKey())
          .containsExactlyInAnyOrderElementsOf(rows.stream().map(it -> it.get("code")).toList());
    }
  }

  @Test
  void colleagues_have_their_role_can_be_written_to_and_speak_their_languages() {
    assertThat(of("sales"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.person().name()).isEqualTo("Sarita Gurung");
              assertThat(it.person().language()).isEqualTo("en");
              assertThat(it.person().languages()).containsExactly("en", "es", "ne");
              assertThat(it.windowOpen(Demo.START.plusSeconds(86_400 * 300L))).isTrue();
            });
    assertThat(of("field")).hasSize(4);
    assertThat(of("manager")).hasSize(2);
  }

  @Test
  void a_customer_of_the_demo_has_no_role_and_has_never_written() {
    var tom =
        Shipped.bean(Database.class)
            .read(HIMAL, sql -> Shipped.bean(Conversations.class).byCode(sql, HIMAL, "TOM"))
            .orElseThrow();

    assertThat(tom.person().isStaff()).isFalse();
    assertThat(tom.windowUntil()).isNull();
  }

  @Test
  void a_column_that_is_not_there_is_named() {
    var line = new Line(Map.of("code", "EBC"));

    assertThat(line.get("code")).isEqualTo("EBC");
    assertThatThrownBy(() -> line.get("kode")).hasMessageContaining("(kode)");
    assertThatThrownBy(() -> Table.read("none.csv")).hasMessageContaining("(none.csv)");
  }
}
