package travel.opslayer.database.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import travel.opslayer.database.DatabaseRefused;

/** The embedded database while it starts, beside everything else that starts. */
public final class LocalDatabase implements AutoCloseable {

  private final CompletableFuture<LocalPostgres> starting;

  private LocalDatabase(CompletableFuture<LocalPostgres> starting) {
    this.starting = starting;
  }

  public static LocalDatabase starting(Path data) {
    return new LocalDatabase(
        CompletableFuture.supplyAsync(
            () -> LocalPostgres.start(data),
            task -> Thread.ofPlatform().name("postgres-start").start(task)));
  }

  /** Waits until it accepts connections. */
  public LocalPostgres postgres() {
    try {
      return starting.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof DatabaseRefused refused) {
        throw refused;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    starting.thenAccept(LocalPostgres::close).exceptionally(e -> null).join();
  }
}
