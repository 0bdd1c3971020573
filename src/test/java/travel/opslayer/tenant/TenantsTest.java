package travel.opslayer.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;

class TenantsTest {

  private final Tenants tenants = Shipped.bean(Tenants.class);

  @Test
  void one_that_was_added_is_there_at_once_as_it_was_given() {
    var added = Shipped.tenant();

    assertThat(tenants.get(added.id())).isEqualTo(added);
    assertThat(tenants.all()).contains(added);
  }

  @Test
  void the_same_id_again_changes_nothing() {
    var added = Shipped.tenant();
    tenants.add(new Tenant(added.id(), "other", "Other", ZoneId.of("Europe/Madrid"), "es"));

    assertThat(tenants.get(added.id())).isEqualTo(added);
  }

  @Test
  void the_same_code_again_is_nobody_new() {
    var added = Shipped.tenant();
    tenants.add(new Tenant(9999, added.code(), "Other", ZoneId.of("Europe/Madrid"), "es"));

    assertThatThrownBy(() -> tenants.get(9999)).hasMessageContaining("no tenant (9999)");
  }

  @Test
  void whoever_reads_them_anew_finds_the_same() {
    var added = Shipped.tenant();

    assertThat(new Tenants(Shipped.bean(TenantRepository.class)).get(added.id())).isEqualTo(added);
  }
}
