package travel.opslayer.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import travel.opslayer.bench.Recorder.Step;
import travel.opslayer.bench.Recorder.Transaction;
import travel.opslayer.bench.Recorder.Values;

/**
 * Says the same to PostgreSQL again and again, with nothing around it: what the database alone can
 * do. Each connection is a tenant of its own, its people stay, and everything else is new each
 * time.
 */
final class Replay {

  private static final int TENANT = 1;
  private static final AtomicLong TENANTS = new AtomicLong(1000);

  private final Recording recording;
  private final String url;
  private final String user;
  private final String password;

  Replay(Recording recording, String url, String user, String password) {
    this.recording = recording;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** How many messages PostgreSQL has dealt with. */
  long run(int connections, int seconds) throws InterruptedException {
    var done = new AtomicLong();
    var threads = new ArrayList<Thread>();
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (var i = 0; i < connections; i++) {
      threads.add(Thread.ofPlatform().start(() -> repeat(end, done)));
    }
    for (var thread : threads) {
      thread.join();
    }
    return done.get();
  }

  private void repeat(long end, AtomicLong done) {
    try (var connection =
        DriverManager.getConnection(url + "?prepareThreshold=1", user, password)) {
      connection.setAutoCommit(false);
      var tenant = (int) TENANTS.incrementAndGet();
      var people = new HashMap<Object, Object>();
      play(connection, recording.first(), new Names(tenant, people, recording.people()));
      while (System.nanoTime() < end) {
        play(connection, recording.again(), new Names(tenant, people, recording.people()));
        done.addAndGet(recording.messages());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The replay failed: " + e.getMessage(), e);
    }
  }

  private static void play(Connection connection, List<Transaction> transactions, Names names)
      throws SQLException {
    for (var transaction : transactions) {
      for (var step : transaction.steps()) {
        play(connection, step, names);
      }
      connection.commit();
    }
  }

  private static void play(Connection connection, Step step, Names names) throws SQLException {
    try (var statement = connection.prepareStatement(step.sql())) {
      for (var i = 0; i < step.values().size(); i++) {
        bind(connection, statement, i + 1, names.top(step.values().get(i)));
      }
      var rows = statement.execute();
      while (rows || statement.getUpdateCount() != -1) {
        read(statement, rows);
        rows = statement.getMoreResults();
      }
    }
  }

  private static void read(PreparedStatement statement, boolean rows) throws SQLException {
    if (rows) {
      try (var results = statement.getResultSet()) {
        while (results.next()) {
          results.getObject(1);
        }
      }
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Values(var type, var elements) ->
          statement.setArray(index, connection.createArrayOf(type, typed(type, elements)));
      case byte[] it -> statement.setBytes(index, it);
      case Object it -> statement.setObject(index, it);
    }
  }

  /** As the service makes them: the driver sends typed arrays in binary. */
  private static @Nullable Object[] typed(String type, List<@Nullable Object> elements) {
    var target =
        switch (type) {
          case "text" -> new @Nullable String[0];
          case "int4" -> new @Nullable Integer[0];
          case "int8" -> new @Nullable Long[0];
          case "bytea" -> new byte @Nullable [0][];
          default -> new @Nullable Object[0];
        };
    return elements.toArray(target);
  }

  /** New names for what is in the recording: the people's once, the others' each time. */
  private record Names(
      int tenant,
      Map<Object, Object> people,
      Set<Object> known,
      Map<Object, Object> others,
      Map<Long, Long> times) {

    Names(int tenant, Map<Object, Object> people, Set<Object> known) {
      this(tenant, people, known, new HashMap<>(), new HashMap<>());
    }

    /** Of a parameter: the tenant is the number 1, or that as a text. */
    @Nullable Object top(@Nullable Object value) {
      return switch (value) {
        case Integer it when it == TENANT -> tenant;
        case String it when it.equals("1") -> Integer.toString(tenant);
        case Values(var type, var elements) ->
            new Values(type, Arrays.asList(elements.stream().map(this::of).toArray()));
        case null, default -> of(value);
      };
    }

    private @Nullable Object of(@Nullable Object value) {
      var name = Recording.name(value);
      if (name == null) {
        return value;
      }
      var names = known.contains(name) ? people : others;
      return names.computeIfAbsent(name, ignored -> fresh(name));
    }

    private Object fresh(Object name) {
      var random = ThreadLocalRandom.current();
      if (name instanceof UUID id) {
        var time =
            times.computeIfAbsent(
                id.getMostSignificantBits(),
                ignored -> System.currentTimeMillis() << 16 | 0x7000L | random.nextLong() & 0xFFF);
        return new UUID(time, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
      }
      var key = new byte[16];
      random.nextBytes(key);
      return key;
    }
  }
}
