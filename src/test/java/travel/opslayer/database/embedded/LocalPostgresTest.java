package travel.opslayer.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.database.DatabaseRefused;

class LocalPostgresTest {

  @TempDir static Path unpacked;
  @TempDir Path data;

  @BeforeAll
  static void unpackOnce() throws IOException {
    PostgresPrograms.unpackedIn(unpacked);
  }

  @BeforeEach
  void link() throws IOException {
    var home = Files.createDirectories(data.resolve("postgres"));
    try (var paths = Files.walk(unpacked)) {
      for (var path : (Iterable<Path>) paths.skip(1)::iterator) {
        var target = home.resolve(unpacked.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectory(target);
        } else {
          Files.createLink(target, path);
        }
      }
    }
  }

  @Test
  void what_is_committed_is_really_on_the_disk() throws Exception {
    try (var postgres = LocalPostgres.start(data);
        var connection = connect(postgres)) {
      assertThat(show(connection, "fsync")).isEqualTo("on");
      assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
      assertThat(show(connection, "full_page_writes")).isEqualTo("on");
      assertThat(show(connection, "data_checksums")).isEqualTo("on");
      assertThat(show(connection, "wal_compression")).isEqualTo("pglz");
      assertThat(show(connection, "shared_buffers")).isEqualTo("128MB");
      assertThat(show(connection, "max_connections")).isEqualTo("100");
    }
  }

  @Test
  void a_setting_in_a_file_does_not_make_it_forget() throws Exception {
    LocalPostgres.start(data).close();
    var file = data.resolve("postgres/cluster/postgresql.auto.conf");
    Files.writeString(file, "fsync = off\nsynchronous_commit = off\nwork_mem = '7MB'\n");

    try (var postgres = LocalPostgres.start(data);
        var connection = connect(postgres)) {
      assertThat(show(connection, "fsync")).isEqualTo("on");
      assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
      assertThat(show(connection, "work_mem")).isEqualTo("7MB");
    }
  }

  @Test
  void the_role_of_the_service_is_nobody_special_and_owns_its_database() throws Exception {
    try (var postgres = LocalPostgres.start(data);
        var connection = connect(postgres)) {
      assertThat(
              text(
                  connection,
                  """
                  SELECT concat_ws(' ', rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
                    (SELECT datdba = pg_roles.oid FROM pg_database WHERE datname = 'opslayer'))
                  FROM pg_roles WHERE rolname = current_user
                  """))
          .isEqualTo("opslayer f f f f t");
    }
  }

  @Test
  void nobody_signs_in_without_the_password_in_the_private_file() throws Exception {
    try (var postgres = LocalPostgres.start(data)) {
      var file = data.resolve("postgres/password");
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.readString(file).strip()).isEqualTo(postgres.password()).hasSize(43);
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "opslayer", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "postgres"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("pg_hba.conf");
    }
  }

  @Test
  void only_this_machine_reaches_it() throws Exception {
    try (var postgres = LocalPostgres.start(data);
        var connection = connect(postgres)) {
      assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
      var mark = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
      assertThat(mark.subList(4, 6)).containsExactly("", "127.0.0.1"); // no socket in a folder
      for (var address : otherAddresses()) {
        assertThatThrownBy(() -> new Socket(address, port(postgres)).close())
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void data_stays_between_starts() throws Exception {
    try (var postgres = LocalPostgres.start(data);
        var connection = connect(postgres)) {
      execute(connection, "CREATE TABLE notes AS SELECT 'kept' AS note");
    }
    assertThat(LocalPostgres.existsIn(data)).isTrue();

    try (var postgres = LocalPostgres.start(data);
        var connection = connect(postgres)) {
      assertThat(text(connection, "SELECT note FROM notes")).isEqualTo("kept");
    }
  }

  @Test
  void two_services_do_not_share_a_folder() {
    assertThat(LocalPostgres.existsIn(data)).isFalse();
    try (var first = LocalPostgres.start(data)) {
      assertThatThrownBy(() -> LocalPostgres.start(data))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("Another service uses the database folder (" + data)
          .hasMessageContaining("Maybe");
      assertThat(ProcessHandle.of(first.postmasterPid())).isPresent();
    }
  }

  @Test
  void a_service_in_another_process_is_refused_too_and_one_that_was_killed_is_followed()
      throws Exception {
    var service = service(data);
    try {
      var orphan = awaitPid(service);
      assertThatThrownBy(() -> LocalPostgres.start(data))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("Another service");
      service.destroyForcibly().waitFor();
      assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isPresent();

      var begun = System.nanoTime();
      try (var postgres = LocalPostgres.start(data);
          var connection = connect(postgres)) {
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(postgres.postmasterPid()).isNotEqualTo(orphan);
        assertThat(text(connection, "SELECT string_agg(note, ' ') FROM notes"))
            .isEqualTo("committed");
      }
    } finally {
      service.destroyForcibly();
    }
  }

  @Test
  void a_mark_with_the_number_of_another_program_is_no_obstacle() throws Exception {
    LocalPostgres.start(data).close();
    var mark = data.resolve("postgres/cluster/postmaster.pid");
    Files.writeString(mark, ProcessHandle.current().parent().orElseThrow().pid() + "\n");

    try (var postgres = LocalPostgres.start(data)) {
      assertThat(Files.readAllLines(mark).getFirst()).isEqualTo("" + postgres.postmasterPid());
    }
  }

  @Test
  void half_a_beginning_is_begun_again() throws Exception {
    Folders.emptied(data.resolve("postgres"));
    Files.createDirectories(data.resolve("postgres/creating/base"));
    Files.createDirectories(data.resolve("postgres/unpacking/bin"));

    try (var postgres = LocalPostgres.start(data);
        var connection = connect(postgres)) {
      assertThat(text(connection, "SELECT current_database()")).isEqualTo("opslayer");
    }
  }

  @Test
  void a_server_that_dies_comes_back_on_the_same_address() throws Exception {
    try (var postgres = LocalPostgres.start(data)) {
      try (var connection = connect(postgres)) {
        execute(connection, "CREATE TABLE notes AS SELECT 'kept' AS note");
      }
      var dead = postgres.postmasterPid();
      ProcessHandle.of(dead).orElseThrow().destroyForcibly();

      var back = Commands.await(Duration.ofSeconds(30), () -> note(postgres).equals("kept"));
      assertThat(back).isTrue();
      assertThat(postgres.postmasterPid()).isNotEqualTo(dead);
    }
  }

  @Test
  void a_database_of_another_version_is_refused_in_words() throws Exception {
    LocalPostgres.start(data).close();
    Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "16\n");

    assertThatThrownBy(() -> LocalPostgres.start(data))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("PostgreSQL 16")
        .hasMessageContaining("Maybe");
  }

  @Test
  void a_closed_server_is_gone_and_its_folder_free() {
    var postgres = LocalPostgres.start(data);
    var pid = postgres.postmasterPid();
    postgres.close();
    postgres.close();

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
  }

  private static String note(LocalPostgres postgres) {
    try (var connection = connect(postgres)) {
      return text(connection, "SELECT note FROM notes");
    } catch (SQLException e) {
      return "not back yet";
    }
  }

  private static Process service(Path data) throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            CommittingService.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long awaitPid(Process service) throws IOException {
    return Long.parseLong(service.inputReader().readLine());
  }

  private static Connection connect(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.username(), postgres.password());
  }

  private static String show(Connection connection, String setting) throws SQLException {
    return text(connection, "SHOW " + setting);
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      return results.next() ? String.valueOf(results.getString(1)) : "";
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int port(LocalPostgres postgres) {
    return Integer.parseInt(postgres.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
  }

  private static List<InetAddress> otherAddresses() throws IOException {
    var addresses = new ArrayList<InetAddress>();
    for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      network.inetAddresses().filter(it -> !it.isLoopbackAddress()).forEach(addresses::add);
    }
    return addresses;
  }
}
