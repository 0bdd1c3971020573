package travel.opslayer.channel.sandbox;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** How the sandbox misbehaves next. */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
public final class SandboxFaults {

  /** 429 and 500 answer so; timeout never answers; drop-answer delivers and then never answers. */
  public static final List<String> KINDS = List.of("429", "500", "timeout", "drop-answer");

  private String kind = "";
  private int times;
  private int downloads;

  /** The next sends fail; those after them do not. */
  public synchronized void set(String fault, int sends) {
    kind = fault;
    times = sends;
  }

  /** So many of the next downloads time out; those after them do not. */
  public synchronized void downloads(int fail) {
    downloads = fail;
  }

  synchronized boolean isDownloadLost() {
    return downloads > 0 && downloads-- > 0;
  }

  synchronized String next() {
    if (times <= 0) {
      return "";
    }
    times--;
    return kind;
  }
}
