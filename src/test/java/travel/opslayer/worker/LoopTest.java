package travel.opslayer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {

  @Test
  void a_step_that_runs_out_of_stack_is_not_the_last_one() throws InterruptedException {
    var steps = new CountDownLatch(3);
    var worker =
        new Worker() {
          @Override
          public String name() {
            return "deep";
          }

          @Override
          public int runOnce() {
            steps.countDown();
            throw new StackOverflowError();
          }
        };
    try (var loop = new Loop(worker, new Wake(), Bell.TURNS, 1)) {
      assertThat(loop).isNotNull();
      assertThat(steps.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void trouble_tells_kind_and_place_and_nobodys_words() {
    var cause = new IllegalStateException("somebody's words");
    var trouble = new Trouble(new RuntimeException("the same words", cause));
    assertThat(trouble.brief()).startsWith("IllegalStateException at " + LoopTest.class.getName());
    assertThat(trouble.full()).contains("RuntimeException", "caused by", "LoopTest.java");
    assertThat(trouble + trouble.full()).doesNotContain("somebody", "same words");
  }
}
