package travel.opslayer.worker;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The bells that tell waiting workers to look again. A missed ring costs a poll, never work. */
@Singleton
public final class Wake {

  private final ReentrantLock lock = new ReentrantLock();
  private final Rope any = new Rope(lock.newCondition());
  private final Map<Bell, Rope> ropes = new EnumMap<>(Bell.class);

  /** One bell with those who wait for it. */
  private static final class Rope {

    private final Condition rung;
    private long rings;

    Rope(Condition rung) {
      this.rung = rung;
    }

    void pull() {
      rings++;
      rung.signalAll();
    }
  }

  public Wake() {
    for (var bell : Bell.values()) {
      ropes.put(bell, new Rope(lock.newCondition()));
    }
  }

  /** Rings them all. */
  public void ring() {
    ring(Bell.values());
  }

  public void ring(Bell... bells) {
    lock.lock();
    try {
      for (var bell : bells) {
        rope(bell).pull();
      }
      any.pull();
    } finally {
      lock.unlock();
    }
  }

  /** The number of rings of any bell so far; take it before looking for work. */
  public long rings() {
    return rings(any);
  }

  /** The number of rings of one bell so far; take it before looking for work. */
  public long rings(Bell bell) {
    return rings(rope(bell));
  }

  /**
   * Returns at once when any bell rang since {@code seen}, and after {@code millis} at the latest.
   */
  public void await(long seen, long millis) throws InterruptedException {
    await(any, seen, millis);
  }

  /** The same for one bell. */
  public void await(Bell bell, long seen, long millis) throws InterruptedException {
    await(rope(bell), seen, millis);
  }

  private Rope rope(Bell bell) {
    return ropes.getOrDefault(bell, any);
  }

  private long rings(Rope rope) {
    lock.lock();
    try {
      return rope.rings;
    } finally {
      lock.unlock();
    }
  }

  private void await(Rope rope, long seen, long millis) throws InterruptedException {
    lock.lock();
    try {
      var left = millis * 1_000_000;
      while (rope.rings == seen && left > 0) {
        left = rope.rung.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
