package travel.opslayer.worker;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What this process is called among others that share the database: its host, and a few signs. */
@Singleton
public final class ThisNode {

  private static final int SIGNS = 6;

  private final String name = host() + "-" + UUID.randomUUID().toString().substring(0, SIGNS);

  public String name() {
    return name;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }
}
