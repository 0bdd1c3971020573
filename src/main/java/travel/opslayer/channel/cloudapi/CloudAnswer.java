package travel.opslayer.channel.cloudapi;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.SendResult;
import travel.opslayer.channel.SendResult.Accepted;
import travel.opslayer.channel.SendResult.Rejected;
import travel.opslayer.channel.SendResult.TryLater;
import travel.opslayer.channel.SendResult.Unknown;
import travel.opslayer.channel.cloudapi.CloudErrors.Kind;
import travel.opslayer.channel.cloudapi.CloudErrors.Row;

/**
 * What the Cloud API answers to a send. A success that we cannot read is unknown and not failed,
 * for the message may be out.
 */
public final class CloudAnswer {

  private static final Logger LOG = LoggerFactory.getLogger(CloudAnswer.class);
  private static final int LONGEST_DETAILS = 300;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  private final CloudErrors errors = CloudErrors.load();
  private final AtomicReference<@Nullable String> stoppedBy = new AtomicReference<>();

  public SendResult result(int status, byte[] body) {
    var answer = read(body);
    return status / 100 == 2 ? success(status, answer) : failure(status, answer);
  }

  /** A proxy may answer in place of the provider, in whatever language. */
  private static Node read(byte[] body) {
    try {
      return Json.read(body);
    } catch (IOException e) {
      return new Node(null);
    }
  }

  private SendResult success(int status, Node answer) {
    var id = answer.at("messages").first().at("id").text();
    if (id != null) {
      stoppedBy.set(null);
    }
    return id == null
        ? new Unknown("The provider answered %d without a message id.".formatted(status))
        : new Accepted(id, CloudSender.aliasOf(answer.at("contacts").first()));
  }

  private SendResult failure(int status, Node answer) {
    var error = answer.at("error").isObject() ? answer.at("error") : answer.at("errors").first();
    var code = error.at("code").textOr(Integer.toString(status));
    var row = errors.find(code);
    var reason = reason(status, row.map(Row::meaning).orElse("The code is in no table"), error);
    row.filter(it -> it.kind() == Kind.STOP).ifPresent(it -> tellOperator(code, it.meaning()));
    return isPassing(status) || row.map(Row::kind).filter(it -> it == Kind.RETRY).isPresent()
        ? new TryLater(code, reason)
        : new Rejected(code, reason);
  }

  /** Once: nothing leaves until it is repaired, and each message would say so again. */
  private void tellOperator(String code, String meaning) {
    if (!code.equals(stoppedBy.getAndSet(code))) {
      LOG.warn("The provider takes no messages ({}): {} Please repair the account.", code, meaning);
    }
  }

  private static boolean isPassing(int status) {
    return status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status >= 500;
  }

  /** Long numbers are left out of the provider's words: they may be somebody's phone number. */
  private static String reason(int status, String meaning, Node error) {
    var details = error.at("error_data").at("details").textOr(error.at("message").textOr(""));
    var told = Cut.to(LONGEST_DETAILS, details.replaceAll("[0-9][0-9 ()-]{5,}[0-9]", "…"));
    return "%s (HTTP %d).%s"
        .formatted(meaning, status, told.isEmpty() ? "" : " The provider says: " + told);
  }
}
