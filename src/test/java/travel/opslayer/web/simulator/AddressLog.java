package travel.opslayer.web.simulator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Listens to what the start says about where the service is. */
final class AddressLog implements AutoCloseable {

  private final Logger logger =
      (Logger) LoggerFactory.getLogger("travel.opslayer.operations.Address");
  private final Level before = logger.getLevel();
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  AddressLog() {
    heard.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(heard);
  }

  /** What this office has said: other services of the process start too. */
  List<String> of(OpenOffice office) {
    var address = office.address();
    var port = address.substring(address.lastIndexOf(':')) + "/";
    return List.copyOf(heard.list).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(it -> it.contains(port))
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(heard);
    logger.setLevel(before);
  }
}
