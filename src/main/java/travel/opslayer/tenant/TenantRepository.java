package travel.opslayer.tenant;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code tenants}, a directory that is read before a tenant is known. */
@Singleton
final class TenantRepository {

  private final Database database;

  TenantRepository(Database database) {
    this.database = database;
  }

  List<Tenant> all() {
    return database.global(
        sql ->
            sql.list(
                "SELECT id, code, name, zone, language FROM tenants ORDER BY id",
                TenantRepository::read));
  }

  /** Adds no tenant when there is one of that id or code. */
  void add(Tenant tenant, Consumer<Sql> first) {
    database.change(
        tenant.id(),
        sql -> {
          sql.update(
              """
              INSERT INTO tenants (id, code, name, zone, language) VALUES (?, ?, ?, ?, ?)
              ON CONFLICT DO NOTHING
              """,
              tenant.id(),
              tenant.code(),
              tenant.name(),
              tenant.zone().getId(),
              tenant.language());
          first.accept(sql);
        });
  }

  private static Tenant read(Row row) {
    return new Tenant(
        row.integer("id"),
        row.text("code"),
        row.text("name"),
        ZoneId.of(row.text("zone")),
        row.text("language"));
  }
}
