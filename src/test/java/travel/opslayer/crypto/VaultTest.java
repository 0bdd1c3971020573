package travel.opslayer.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

  private static final int HIMAL = 1;
  private static final int ANDES = 2;
  private static final String NUMBER = "+9779841550101";

  @TempDir Path folder;
  private KeyFile file;
  private Vault vault;

  @BeforeEach
  void open() {
    file = new KeyFile(folder.resolve("keys/keys.json"));
    file.prepare(false);
    vault = file.open();
  }

  @Test
  void what_is_sealed_opens_where_it_belongs() {
    var sealed = vault.seal(HIMAL, "people.phone", NUMBER);

    assertThat(vault.openText(HIMAL, "people.phone", sealed)).isEqualTo(NUMBER);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("977");
    assertThat(vault.seal(HIMAL, "people.phone", NUMBER)).isNotEqualTo(sealed);
  }

  @Test
  void it_opens_for_no_other_tenant_and_in_no_other_column() {
    var sealed = vault.seal(HIMAL, "people.phone", NUMBER);

    assertThatThrownBy(() -> vault.open(ANDES, "people.phone", sealed))
        .isInstanceOf(SealBroken.class)
        .hasMessageContaining("tenant (2)")
        .hasMessageNotContaining("977");
    assertThatThrownBy(() -> vault.open(HIMAL, "people.name", sealed))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void it_does_not_open_when_a_single_bit_has_changed() {
    for (var i = 0; i < vault.seal(HIMAL, "people.phone", NUMBER).length; i++) {
      var sealed = vault.seal(HIMAL, "people.phone", NUMBER);
      sealed[i] ^= 1;
      assertThatThrownBy(() -> vault.open(HIMAL, "people.phone", sealed))
          .isInstanceOf(SealBroken.class);
    }
    assertThatThrownBy(() -> vault.open(HIMAL, "people.phone", new byte[0]))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void equal_values_have_equal_indexes_within_a_tenant_and_a_kind_only() {
    var index = vault.index(HIMAL, "phone", NUMBER);

    assertThat(index).hasSize(16).isEqualTo(file.open().index(HIMAL, "phone", NUMBER));
    assertThat(vault.index(ANDES, "phone", NUMBER)).isNotEqualTo(index);
    assertThat(vault.index(HIMAL, "wa_id", NUMBER)).isNotEqualTo(index);
    assertThat(vault.index(HIMAL, "phone", "+9779841550102")).isNotEqualTo(index);
  }

  @Test
  void after_a_rotation_the_old_opens_and_the_new_is_sealed_with_another_key() {
    var old = vault.seal(HIMAL, "people.phone", NUMBER);
    file.rotate();
    var later = file.open();
    var fresh = later.seal(HIMAL, "people.phone", NUMBER);

    assertThat(later.openText(HIMAL, "people.phone", old)).isEqualTo(NUMBER);
    assertThat(later.openText(HIMAL, "people.phone", fresh)).isEqualTo(NUMBER);
    assertThatThrownBy(() -> vault.open(HIMAL, "people.phone", fresh))
        .isInstanceOf(SealBroken.class);
    assertThat(later.index(HIMAL, "phone", NUMBER)).isEqualTo(vault.index(HIMAL, "phone", NUMBER));
    assertThat(later.indexVersion()).isEqualTo(1);
  }

  @Test
  void the_canary_of_a_database_tells_its_keys_from_others() {
    var canary = vault.canary();
    file.rotate();

    assertThat(file.open().knows(canary)).isTrue();
    assertThat(Keys.fresh().vault().knows(canary)).isFalse();
  }

  @Test
  void the_file_belongs_to_its_owner_only_and_is_not_made_twice() throws Exception {
    var path = folder.resolve("keys/keys.json");
    var content = Files.readString(path);
    file.prepare(true);
    file.prepare(false);

    assertThat(Files.readString(path)).isEqualTo(content);
    assertThat(Files.getPosixFilePermissions(path))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    file.rotate();
    assertThat(Files.getPosixFilePermissions(path))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(path.getParent()).isDirectoryContaining("glob:**keys.json");
    try (var files = Files.list(path.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void keys_that_are_gone_are_not_replaced_beside_data_that_needs_them() {
    var lost = new KeyFile(folder.resolve("lost.json"));

    assertThatThrownBy(() -> lost.prepare(true))
        .isInstanceOf(KeysRefused.class)
        .hasMessageContaining("lost.json")
        .hasMessageContaining("OPSLAYER_KEYS");
    assertThat(lost.exists()).isFalse();
  }

  @Test
  void a_damaged_file_is_refused_in_words() throws Exception {
    var path = folder.resolve("keys/keys.json");
    for (var damage :
        new String[] {"", "{", "[]", "null", "{\"seal\":{}}", "{\"seal\":1,\"index\":2}"}) {
      Files.writeString(path, damage);
      assertThatThrownBy(file::open)
          .isInstanceOf(KeysRefused.class)
          .hasMessageContaining("is damaged");
    }
  }

  @Test
  void nothing_of_it_gets_into_a_text() {
    assertThat(vault).hasToString("Vault");
    assertThat(Keys.fresh()).hasToString("Keys");
  }
}
