package travel.opslayer.bench;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import travel.opslayer.bench.Recorder.Transaction;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.inbox.InboxWorker;
import travel.opslayer.outbox.OutboxWorker;

/** The service inside this process, stepped by hand, with its statements taken down. */
final class RecordingHouse implements AutoCloseable {

  private final ApplicationContext context;
  private final Recorder recorder;
  private final AtomicInteger answered;
  private final int words;

  /**
   * @param answered counts what the provider was given
   */
  RecordingHouse(Map<String, Object> settings, AtomicInteger answered) {
    var all = new HashMap<>(settings);
    all.put("opslayer.workers", "false");
    all.put("bench.record", "true");
    all.put("micronaut.server.port", "-1");
    this.context = ApplicationContext.run(all);
    this.recorder = context.getBean(Recorder.class);
    this.answered = answered;
    this.words = (int) (System.nanoTime() & 0xFFFF);
    context.getBean(RuleFolder.class).load();
  }

  Recording record(int messages) throws InterruptedException {
    var first = batch(messages, "first");
    var again = batch(messages, "again");
    return Recording.of(messages, first, again);
  }

  private List<Transaction> batch(int messages, String round) throws InterruptedException {
    recorder.taken();
    recorder.hold();
    var plug = keep(MetaCalls.status("wamid.PLUG", "447709999999", "sent", null, seconds()));
    Thread.sleep(200);
    var threads = new java.util.ArrayList<Thread>();
    for (var i = 0; i < messages; i++) {
      var phone = "4478%03d%05d".formatted(messages, i);
      var id = "wamid.STUDIO.%d.%d.%d.%s".formatted(words, messages, i, round);
      threads.add(keep(MetaCalls.text(id, phone, "hello " + i, seconds())));
    }
    Thread.sleep(500); // all of them wait behind the plug now
    recorder.release();
    plug.join();
    for (var thread : threads) {
      thread.join();
    }
    context.getBean(InboxWorker.class).runOnce();
    send(messages);
    var all = recorder.taken();
    return all.subList(1, all.size()); // without the plug
  }

  /** Takes what is due, waits for the provider, and writes down what it said. */
  private void send(int messages) throws InterruptedException {
    var before = answered.get();
    var outbox = context.getBean(OutboxWorker.class);
    outbox.runOnce();
    while (answered.get() < before + messages) {
      Thread.sleep(5);
    }
    Thread.sleep(300); // the answers are on their way back
    outbox.runOnce();
  }

  private Thread keep(MetaCalls.Call call) {
    var line = context.getBean(Channels.class).first();
    var inbox = context.getBean(Inbox.class);
    return Thread.startVirtualThread(
        () -> {
          try {
            inbox.keep(line, call.body(), line.channel().parse(call.body()));
          } catch (MalformedPayload e) {
            throw new IllegalStateException("Our own call cannot be read.", e);
          }
        });
  }

  private static long seconds() {
    return System.currentTimeMillis() / 1000;
  }

  @Override
  public void close() {
    context.close();
  }
}
