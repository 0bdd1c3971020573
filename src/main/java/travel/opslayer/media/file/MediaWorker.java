package travel.opslayer.media.file;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.Fetched;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.media.file.MediaFileRepository.Checked;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.worker.Worker;

/**
 * Gets the bytes of what was shown from the provider, checks them before anybody may open them, and
 * erases what is over. No provider is called within a transaction.
 */
@Singleton
public final class MediaWorker implements Worker {

  private static final Logger LOG = LoggerFactory.getLogger(MediaWorker.class);

  /** One at a time: of documents each may be large. */
  private static final int MOST = 1;

  private static final int MANY = 50;

  private static final String TOO_BIG = "too_big";
  private static final String WRONG_TYPE = "wrong_type";
  private static final String LOST = "lost";

  private final MediaFileRepository rows;
  private final Eyes eyes;
  private final MediaStore store;
  private final MediaNews news;
  private final Channels channels;
  private final Vault vault;
  private final Database database;
  private final Tenants tenants;
  private final InstantSource clock;

  /** What a file is measured by. */
  @Singleton
  record Eyes(MediaLimits limits, Sight sight) {}

  MediaWorker(
      MediaFileRepository rows,
      Eyes eyes,
      MediaStore store,
      MediaNews news,
      Channels channels,
      Vault vault,
      Database database,
      Tenants tenants,
      InstantSource clock) {
    this.rows = rows;
    this.eyes = eyes;
    this.store = store;
    this.news = news;
    this.channels = channels;
    this.vault = vault;
    this.database = database;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "media";
  }

  @Override
  public int runOnce() {
    return tenants.all().stream().mapToInt(this::step).sum();
  }

  private int step(Tenant tenant) {
    var came = take(tenant, "received");
    came.forEach(it -> fetch(tenant, it));
    var here = take(tenant, "downloaded");
    here.forEach(it -> check(tenant, it));
    return came.size() + here.size() + erase(tenant);
  }

  private List<MediaFile> take(Tenant tenant, String state) {
    return database.write(
        tenant.id(), sql -> rows.take(sql, tenant.id(), state, clock.instant(), MOST));
  }

  private void fetch(Tenant tenant, MediaFile file) {
    var ref = file.sealedRef();
    if (ref == null) {
      settle(tenant, file, new Checked(null, null, LOST));
      return;
    }
    var id = vault.openText(tenant.id(), MediaReceipts.REF, ref);
    var line = channels.of(file.channel());
    switch (line.channel().fetch(id, eyes.limits().most(file.kind()))) {
      case Fetched.Bytes(var bytes) -> keep(tenant, file, bytes);
      case Fetched.TooBig ignored -> settle(tenant, file, new Checked(null, null, TOO_BIG));
      case Fetched.Gone(var why) -> {
        LOG.warn("{} is lost: {}", file.code(), why);
        settle(tenant, file, new Checked(null, null, LOST));
      }
      case Fetched.TryLater(var why) -> {
        LOG.info("{} is tried again later: {}", file.code(), why);
        if (!file.fetchUntil().isAfter(clock.instant())) {
          settle(tenant, file, new Checked(null, null, LOST));
        }
      }
    }
  }

  /** The same file of the same person is kept once. */
  private void keep(Tenant tenant, MediaFile file, byte[] bytes) {
    var sha256 = sha256(bytes);
    var twin = database.read(tenant.id(), sql -> rows.twin(sql, tenant.id(), file, sha256));
    if (twin.isEmpty()) {
      store.put(tenant.id(), file.id(), bytes);
    }
    database.change(
        tenant.id(),
        sql ->
            rows.downloaded(
                sql, tenant.id(), file, sha256, bytes.length, twin.orElse(null), clock.instant()));
    if (twin.isPresent()) {
      settle(tenant, file, new Checked(null, null, null));
    }
  }

  private void check(Tenant tenant, MediaFile file) {
    var bytes = store.get(tenant.id(), file.id());
    settle(
        tenant,
        file,
        bytes.map(it -> checked(file, it)).orElseGet(() -> new Checked(null, null, LOST)));
  }

  private Checked checked(MediaFile file, byte[] bytes) {
    var type = FileType.of(bytes).filter(it -> it.fits(file.kind()));
    return type.map(
            it -> new Checked(it.mime(), eyes.sight().looks(bytes, it.mime()).orElse(null), null))
        .orElseGet(() -> new Checked(null, null, WRONG_TYPE));
  }

  /** Whose turn is over hears of it by another one; all others see it in theirs. */
  private void settle(Tenant tenant, MediaFile file, Checked checked) {
    database.change(
        tenant.id(),
        sql -> {
          var sender = rows.settle(sql, tenant.id(), file, checked);
          if (sender.isPresent() && checked.reason() != null) {
            tell(tenant, file, "media_rejected");
          } else if (sender.isPresent() && checked.looks() != null) {
            tell(tenant, file, "media_looks");
          }
        });
  }

  private void tell(Tenant tenant, MediaFile file, String name) {
    news.tell(tenant.id(), name, file.code(), clock.instant(), file.lane());
  }

  private int erase(Tenant tenant) {
    var gone =
        database.write(
            tenant.id(),
            sql -> {
              rows.end(sql, tenant.id(), clock.instant());
              return rows.toErase(sql, tenant.id(), MANY);
            });
    for (var id : gone) {
      store.erase(tenant.id(), id);
      database.change(tenant.id(), sql -> rows.erased(sql, tenant.id(), id, clock.instant()));
    }
    return gone.size();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
