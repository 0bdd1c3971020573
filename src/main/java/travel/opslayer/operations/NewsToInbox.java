package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.media.file.MediaNews;
import travel.opslayer.payment.till.PaymentNews;

/**
 * What comes of payments and of what was shown comes back through the inbox, like a timer that is
 * due.
 */
@Singleton
final class NewsToInbox implements PaymentNews, MediaNews {

  private final Inbox inbox;

  NewsToInbox(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void tell(int tenant, String name, String subject, Instant at, String lane) {
    inbox.keepDue(tenant, name, subject, at, HexFormat.of().parseHex(lane));
  }
}
