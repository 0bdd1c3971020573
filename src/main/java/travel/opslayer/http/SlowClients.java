package travel.opslayer.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request a time to arrive in, and the server a number of connections that it holds.
 * The server's own time-outs count silence only, so that a client that sends a byte now and then
 * could stay for ever.
 */
@Singleton
final class SlowClients implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int MOST_CONNECTIONS = 4000;

  private final Duration deadline;
  private final int most;

  SlowClients() {
    this(DEADLINE, MOST_CONNECTIONS);
  }

  SlowClients(Duration deadline, int most) {
    this.deadline = deadline;
    this.most = most;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(deadline, most, new AtomicInteger(), null));
    return event.getBean();
  }

  private record Customizer(
      Duration deadline, int most, AtomicInteger connections, @Nullable Channel connection)
      implements NettyServerCustomizer {

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION
          ? new Customizer(deadline, most, connections, channel)
          : this;
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (connection == null) {
        return;
      }
      if (connections.incrementAndGet() > most) {
        var _ = connection.close();
      }
      var _ = connection.closeFuture().addListener(it -> connections.decrementAndGet());
      var pipeline = connection.pipeline();
      var codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      if (pipeline.get(codec) != null) {
        var arrival = new Arrival(deadline);
        pipeline.addBefore(codec, "opslayer-arrival", arrival);
        pipeline.addAfter(codec, "opslayer-arrived", arrival.whole());
      }
    }
  }
}
