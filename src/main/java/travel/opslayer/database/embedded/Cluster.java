package travel.opslayer.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import travel.opslayer.database.DatabaseRefused;

/**
 * The files of one database server, with the role and the database of the service in them. The role
 * is nobody special there, so that row level security binds it.
 */
record Cluster(Path home, PostgresPrograms programs, ServerAccount account) {

  static final String NAME = "opslayer";
  private static final String VERSION = "17";

  /** Only the service's role signs in; the superuser works on stopped files, with --single. */
  private static final String ACCESS = "host all opslayer 127.0.0.1/32 scram-sha-256\n";

  /** Settings that the operator may change later, in {@code postgresql.conf}. */
  private static final List<String> SETTINGS =
      List.of(
          "shared_buffers=128MB",
          "max_connections=100",
          "wal_compression=on",
          "jit=off",
          "random_page_cost=1.1",
          "autovacuum_naptime=20s",
          "client_connection_check_interval=5s",
          "log_checkpoints=off",
          // Values stay out of its log: they are what people wrote, and their numbers.
          "log_error_verbosity=terse",
          "log_min_error_statement=panic",
          "timezone=UTC",
          "log_timezone=UTC");

  Path folder() {
    return home.resolve("cluster");
  }

  Leftovers leftovers() {
    return new Leftovers(home, folder(), programs, account);
  }

  private Path passwordFile() {
    return home.resolve("password");
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  /** Makes it when it is not there; it gets its name last, so that no half of one is ever used. */
  void prepare(String roleAttributes) throws IOException {
    if (Files.isDirectory(folder())) {
      requireVersion();
      account.own(folder());
      return;
    }
    var part = Folders.emptied(home.resolve("creating"));
    account.own(part);
    initialise(part);
    populate(part, roleAttributes);
    Files.move(part, folder(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void requireVersion() throws IOException {
    var version = Files.readString(folder().resolve("PG_VERSION")).strip();
    if (!version.equals(VERSION)) {
      throw new DatabaseRefused(
          ("The database in %s is of PostgreSQL %s, this service brings %s. Maybe move it"
                  + " with pg_dump of %s first.")
              .formatted(folder(), version, VERSION, version));
    }
  }

  private void initialise(Path part) throws IOException {
    var command = new ArrayList<String>();
    command.addAll(List.of(programs.path("initdb"), "--pgdata=" + part, "--username=postgres"));
    command.addAll(List.of("--auth=reject", "--data-checksums", "--no-instructions"));
    command.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"));
    command.add("--builtin-locale=C.UTF-8");
    SETTINGS.forEach(setting -> command.add("--set=" + setting));
    Commands.run(account, command);
    Files.writeString(part.resolve("pg_hba.conf"), ACCESS);
  }

  private void populate(Path part, String roleAttributes) throws IOException {
    var password = randomPassword();
    Folders.writePrivate(passwordFile(), password + "\n");
    var said =
        Commands.run(
            account,
            List.of(programs.path("postgres"), "--single", "-D", part.toString(), "postgres"),
            "CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS %s PASSWORD '%s';"
                .formatted(NAME, roleAttributes, password),
            "CREATE DATABASE %s OWNER %s;".formatted(NAME, NAME),
            "");
    if (said.contains("ERROR:")) {
      throw new IOException("The database could not be filled: " + said.strip());
    }
  }

  private static String randomPassword() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
