package travel.opslayer.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;

/** A table that a later migration forgets would show every tenant the rows of all. */
class RowSecurityTest {

  /** Partitions are only ever reached through the table that they belong to. */
  private static final String OF_TENANTS =
      """
      SELECT c.relname::text AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN ('public', 'core')
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> 'whatsapp_configurations' -- by these a tenant is found
      """;

  private static final String GUARDED =
      """
      AND c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
        SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid
        AND pg_get_expr(p.polqual, p.polrelid) LIKE '%opslayer.tenant%')
      """;

  private static List<String> tables(String which) {
    return Shipped.bean(Database.class)
        .global(sql -> sql.list(OF_TENANTS + which, row -> row.text("name")));
  }

  @Test
  void every_table_of_tenants_shows_rows_of_the_tenant_that_was_named_and_no_others() {
    assertThat(tables(GUARDED)).containsExactlyInAnyOrderElementsOf(tables(""));
    assertThat(tables("")).contains("rule_nodes", "rule_changes", "decisions", "leads");
  }
}
