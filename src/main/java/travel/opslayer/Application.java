package travel.opslayer;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import travel.opslayer.cli.CommandLine;
import travel.opslayer.crypto.KeyFile;
import travel.opslayer.crypto.KeysRefused;
import travel.opslayer.database.DatabaseRefused;
import travel.opslayer.database.embedded.LocalDatabase;
import travel.opslayer.database.embedded.LocalPostgres;
import travel.opslayer.settings.SettingRefused;
import travel.opslayer.settings.Settings;

/** Starts the service, with a database of its own when none is named. */
public final class Application {

  private Application() {}

  public static void main(String[] args) {
    var words = List.of(args);
    if (!CommandLine.isServe(words)) {
      System.setProperty("opslayer.log", "OFF"); // what a tool has to say, it says itself
      var home = Path.of(System.getProperty("opslayer.home", ""));
      var tool = new CommandLine(System.out, System.err, home.toAbsolutePath(), System.getenv());
      System.exit(tool.run(words));
    }
    try {
      serve(args);
    } catch (SettingRefused | DatabaseRefused | KeysRefused | ApplicationStartupException e) {
      var sentence = sentence(e);
      if (sentence == null) {
        LoggerFactory.getLogger(Application.class).error("The service does not start", e);
      } else {
        System.err.println(sentence);
      }
      System.exit(1);
    }
  }

  private static void serve(String... args) {
    var settings = Settings.ofProcess();
    if (!settings.localDatabase()) {
      container(args).start();
      return;
    }
    new KeyFile(settings.keys()).prepare(LocalPostgres.existsIn(settings.data()));
    var database = LocalDatabase.starting(settings.data());
    try {
      container(args).singletons(database).start();
    } catch (ApplicationStartupException e) {
      database.close();
      throw e;
    }
  }

  private static Micronaut container(String... args) {
    var container = new Container().classes(Application.class).args(args);
    container.banner(false);
    return container;
  }

  /** What a person can put right is a sentence; null for anything else. */
  private static @Nullable String sentence(Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      switch (it) {
        case SettingRefused _, DatabaseRefused _, KeysRefused _ -> {
          return it.getMessage();
        }
        case BindException _ -> {
          return "The HTTP port is taken. Maybe another service runs; otherwise set"
              + " MICRONAUT_SERVER_PORT to another one.";
        }
        default -> {}
      }
    }
    return null;
  }

  /** The container without its habit of printing a stack trace for everything. */
  private static final class Container extends Micronaut {

    @Override
    protected void handleStartupException(Environment environment, Throwable exception) {
      throw new ApplicationStartupException("The container does not start", exception);
    }
  }
}
