package travel.opslayer.bench;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Thousands of people who write in turn, and who got an answer. */
final class Senders {

  private static final List<String> WORDS =
      List.of("hello %d", "HELP", "STATUS %d", "what about number %d please");

  private final InstantSource clock;
  private final String run = Long.toString(System.nanoTime(), 36);
  private final List<String> phones = new ArrayList<>();
  private final Map<String, Queue<Message>> open = new HashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger extra = new AtomicInteger();
  private volatile Queue<Message> all = new ConcurrentLinkedQueue<>();

  Senders(int people, InstantSource clock) {
    this.clock = clock;
    for (var i = 0; i < people; i++) {
      var phone = "4477%08d".formatted(i);
      phones.add(phone);
      open.put(phone, new ArrayDeque<>());
    }
  }

  /** A message with the call that brings it. */
  record Post(String phone, Message message, MetaCalls.Call call) {}

  Post next(long due) {
    var number = next.getAndIncrement();
    var phone = phones.get(number % phones.size());
    var words = WORDS.get(number % WORDS.size()).formatted(number);
    var seconds = clock.instant().getEpochSecond();
    var message = new Message(due);
    var queue = queue(phone);
    synchronized (queue) {
      queue.add(message);
    }
    all.add(message);
    var id = "wamid.BENCH." + run + '.' + number;
    return new Post(phone, message, MetaCalls.text(id, phone, words, seconds));
  }

  /** It was not taken, so there will be no answer. */
  void forget(Post post) {
    var queue = queue(post.phone());
    synchronized (queue) {
      queue.remove(post.message());
    }
  }

  /** The provider was given a message for this number. */
  void heard(String phone) {
    var queue = queue(phone);
    synchronized (queue) {
      var message = queue.poll();
      if (message == null) {
        extra.incrementAndGet();
      } else {
        message.answered();
      }
    }
  }

  private Queue<Message> queue(String phone) {
    var queue = open.get(phone);
    if (queue == null) {
      extra.incrementAndGet();
      return new ArrayDeque<>();
    }
    return queue;
  }

  /** What was sent since it was last asked; forgets those that were never answered. */
  List<Message> sent() {
    var sent = List.copyOf(all);
    all = new ConcurrentLinkedQueue<>();
    return sent;
  }

  long missing() {
    return all.stream().filter(Message::isMissing).count();
  }

  /** Answers to nothing since it was last asked. */
  int extra() {
    return extra.getAndSet(0);
  }
}
