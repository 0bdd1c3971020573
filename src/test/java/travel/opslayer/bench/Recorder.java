package travel.opslayer.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes down what the service says to PostgreSQL: every statement with its values, as sent. */
@Singleton
@Requires(property = "bench.record")
@Order(Ordered.HIGHEST_PRECEDENCE) // beneath everything that others put around the connections
final class Recorder implements BeanCreatedEventListener<DataSource> {

  /** A list of values that was one parameter. */
  record Values(String type, List<@Nullable Object> elements) {}

  /** A statement, or several that went together. */
  record Step(String sql, List<@Nullable Object> values) {}

  /** What was committed. */
  record Transaction(List<Step> steps) {}

  private final List<Transaction> committed = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable CountDownLatch gate;

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    var real = event.getBean();
    return proxy(
        DataSource.class,
        (self, method, values) -> {
          var result = call(real, method, values);
          return result instanceof Connection it ? new Line(it).proxy() : result;
        });
  }

  /** Commits wait from now on. */
  void hold() {
    gate = new CountDownLatch(1);
  }

  void release() {
    var closed = gate;
    gate = null;
    if (closed != null) {
      closed.countDown();
    }
  }

  /** What was committed since it was last asked. */
  List<Transaction> taken() {
    synchronized (committed) {
      var all = List.copyOf(committed);
      committed.clear();
      return all;
    }
  }

  /** A connection that is listened to. */
  private final class Line {

    private final Connection real;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Array, Values> arrays = new IdentityHashMap<>();

    Line(Connection real) {
      this.real = real;
    }

    Connection proxy() {
      return Recorder.proxy(Connection.class, this::on);
    }

    private @Nullable Object on(Object self, Method method, Object @Nullable [] values)
        throws Throwable {
      switch (method.getName()) {
        case "commit" -> committed();
        case "rollback" -> steps.clear();
        default -> {}
      }
      var result = call(real, method, values);
      return switch (result) {
        case PreparedStatement it when values != null -> listen(it, (Connection) self, values[0]);
        case Array it when values != null -> {
          arrays.put(
              it,
              new Values(
                  (String) values[0], Arrays.asList((Object[]) values[1]).stream().toList()));
          yield it;
        }
        case null, default -> result;
      };
    }

    private void committed() throws InterruptedException {
      var closed = gate;
      if (closed != null && !steps.isEmpty()) {
        closed.await();
      }
      if (!steps.isEmpty()) {
        committed.add(new Transaction(List.copyOf(steps)));
        steps.clear();
      }
    }

    private PreparedStatement listen(PreparedStatement statement, Connection self, Object sql) {
      var heard = new TreeMap<Integer, @Nullable Object>();
      return Recorder.proxy(
          PreparedStatement.class,
          (ignored, method, values) -> {
            var name = method.getName();
            if (name.equals("getConnection")) {
              return self;
            }
            if (name.startsWith("set") && values != null && values.length == 2) {
              heard.put((Integer) values[0], name.equals("setNull") ? null : value(values[1]));
            } else if (name.startsWith("execute")) {
              steps.add(new Step((String) sql, new ArrayList<>(heard.values())));
            }
            return call(statement, method, values);
          });
    }

    private Object value(Object value) {
      return value instanceof Array it && arrays.containsKey(it) ? arrays.get(it) : value;
    }
  }

  private static @Nullable Object call(Object real, Method method, Object @Nullable [] values)
      throws Throwable {
    try {
      return method.invoke(real, values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
