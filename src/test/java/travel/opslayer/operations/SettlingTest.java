package travel.opslayer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;

/** Nothing runs by itself here, so whatever waits stays until somebody steps. */
class SettlingTest {

  private final House house = House.sandbox();

  @AfterEach
  void close() {
    house.close();
  }

  private void says(String from, String text) {
    var body = "{\"from\":\"%s\",\"text\":\"%s\"}".formatted(from, text);
    house.post(
        "/sandbox/messages",
        body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "Content-Type",
        "application/json");
  }

  @Test
  void it_tells_what_is_left_where_and_nothing_when_all_is_done() throws InterruptedException {
    var settling = house.bean(Settling.class);
    house.settle();
    assertThat(settling.settle(0)).isEmpty();

    says("+447700900201", "hello");
    says("+447700900202", "hello");
    assertThat(settling.settle(0)).containsEntry("inbox", 2L).doesNotContainKey("outbox");

    house.bean(travel.opslayer.inbox.InboxWorker.class).runOnce();
    assertThat(settling.settle(0)).containsEntry("outbox", 2L).doesNotContainKey("inbox");

    house.settle();
    assertThat(settling.settle(0)).isEmpty();
    assertThat(settling.due(0)).isEmpty();
  }

  @Test
  void a_timer_that_is_due_is_not_done_and_one_that_is_not_due_is_not_waited_for()
      throws InterruptedException {
    says("+447700900203", "EBC for 2 people");
    house.settle();
    var settling = house.bean(Settling.class);
    assertThat(settling.settle(0)).isEmpty();

    house.move(java.time.Duration.ofMinutes(6));

    assertThat(settling.settle(0)).containsEntry("timers", 1L);
  }
}
