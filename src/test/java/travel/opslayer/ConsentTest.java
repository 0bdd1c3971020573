package travel.opslayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.inbox.InboxWorker;

/** An opt-out counts for what is sent after it, not for what is decided after it. */
class ConsentTest {

  private static final String FROM = "34690000001";
  private static final Provider PROVIDER = new Provider();
  private static final House HOUSE = House.meta(PROVIDER);

  @AfterAll
  static void close() {
    HOUSE.close();
    PROVIDER.close();
  }

  @Test
  void who_stopped_everything_gets_no_message_that_was_waiting_but_still_their_answers() {
    HOUSE.hears(FROM, "wamid.1", "STOP");
    HOUSE.bean(InboxWorker.class).runOnce();
    HOUSE.execute("UPDATE outbox SET category = 'service'"); // as if a colleague had triggered it
    HOUSE.webhook(MetaWebhook.tap(FROM, "wamid.2", HOUSE.now(), "opt_out_all"));
    HOUSE.settle();
    assertThat(HOUSE.rows("SELECT state, error FROM outbox ORDER BY seq"))
        .containsExactly(
            Map.of("state", "rejected", "error", "opted_out"),
            Map.of("state", "accepted", "error", "null"));
    assertThat(PROVIDER.callsTo(FROM)).hasSize(1);
  }
}
