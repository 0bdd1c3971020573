package travel.opslayer.http;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes a connection whose request has begun to arrive and is not all there in time. */
final class Arrival extends ChannelInboundHandlerAdapter {

  private final Duration deadline;
  private @Nullable ScheduledFuture<?> running;

  Arrival(Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    begin(context); // the first request is due, even from a client that sends nothing
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    // A connection that became something else, such as a web socket, has no requests any more.
    if (context.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
      begin(context);
    }
    context.fireChannelRead(bytes);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    stop();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stop();
    context.fireChannelInactive();
  }

  /** The handler behind the codec, which sees whole requests. */
  ChannelHandler whole() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
          stop();
        }
        context.fireChannelRead(message);
      }
    };
  }

  private void begin(ChannelHandlerContext context) {
    if (running == null) {
      var millis = deadline.toMillis();
      running = context.executor().schedule(() -> end(context), millis, TimeUnit.MILLISECONDS);
    }
  }

  private static void end(ChannelHandlerContext context) {
    var _ = context.close();
  }

  private void stop() {
    if (running != null) {
      running.cancel(false);
      running = null;
    }
  }
}
