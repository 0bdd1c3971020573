package travel.opslayer.tenant;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import travel.opslayer.database.Sql;

/** Who uses this service. Read once and kept: a new tenant is added through here. */
@Singleton
public final class Tenants {

  private final TenantRepository tenants;
  private volatile List<Tenant> all = List.of();

  Tenants(TenantRepository tenants) {
    this.tenants = tenants;
  }

  public List<Tenant> all() {
    if (all.isEmpty()) {
      all = tenants.all();
    }
    return all;
  }

  /** Does nothing when there is one of that id already. */
  public void add(Tenant tenant) {
    add(tenant, sql -> {});
  }

  /**
   * @param first what belongs to the tenant from the start: both are there, or neither
   */
  public void add(Tenant tenant, Consumer<Sql> first) {
    tenants.add(tenant, first);
    all = tenants.all();
  }

  public Tenant get(int id) {
    return all().stream()
        .filter(it -> it.id() == id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no tenant (%d).".formatted(id)));
  }
}
