package travel.opslayer.outbox;

import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.Line;
import travel.opslayer.settings.Settings;

/**
 * How fast each tenant's number may send: {@code WHATSAPP_RATE}, or what its provider usually
 * takes. Each node keeps the rate by itself, so several nodes on one number need a share of it
 * each.
 */
@Singleton
final class Rates {

  private final Channels channels;
  private final OptionalInt wanted;
  private final Map<Integer, Bucket> buckets = new ConcurrentHashMap<>();

  Rates(Channels channels, Settings settings) {
    this.channels = channels;
    this.wanted = settings.whatsapp().rate();
  }

  /** Up to {@code most} sends that may leave now; what is not used is given back. */
  int take(int tenant, int most) {
    var bucket = bucket(tenant);
    return bucket == null ? most : (int) bucket.tryConsumeAsMuchAsPossible(most);
  }

  void giveBack(int tenant, int unused) {
    var bucket = bucket(tenant);
    if (bucket != null && unused > 0) {
      bucket.addTokens(unused);
    }
  }

  private @Nullable Bucket bucket(int tenant) {
    var rate = wanted.orElseGet(() -> usual(tenant));
    return rate == 0 ? null : buckets.computeIfAbsent(tenant, ignored -> bucketOf(rate));
  }

  private int usual(int tenant) {
    return channels.of(tenant).stream()
        .map(Line::channel)
        .mapToInt(it -> it.usualRate())
        .max()
        .orElse(0);
  }

  /** A second's worth at once, then evenly. */
  private static Bucket bucketOf(int rate) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, Duration.ofSeconds(1)))
        .build();
  }
}
