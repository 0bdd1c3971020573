package travel.opslayer.operations;

import jakarta.inject.Singleton;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.settings.SettingRefused;

/** The table {@code key_canary}: do these keys belong to this database? */
@Singleton
final class CanaryRepository {

  private final Database database;
  private final Vault vault;

  CanaryRepository(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * @throws SettingRefused when what the database holds could not be read with these keys
   */
  void check() {
    database.global(
        sql ->
            sql.update(
                "INSERT INTO key_canary (id, canary) VALUES (1, ?) ON CONFLICT DO NOTHING",
                vault.canary()));
    var known =
        database.global(
            sql -> sql.list("SELECT canary FROM key_canary", row -> row.bytes("canary")));
    if (!vault.knows(known.getFirst())) {
      throw new SettingRefused(
          "The keys of OPSLAYER_KEYS are not those that this database was written with, so nobody's"
              + " name or message could be read. Maybe name the key file that was used before.");
    }
  }
}
