package travel.opslayer.api;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.channel.Channels;
import travel.opslayer.crypto.SealBroken;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.tenant.Tenants;

/**
 * Reads lists page by page, the newest first. A page begins behind the last row of the one before
 * it and not at a number, so what comes in meanwhile shifts nothing. A cursor is sealed for its
 * tenant and its list.
 */
@Singleton
final class PageRepository {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");

  private final Database database;
  private final Vault vault;
  private final Tenants tenants;

  PageRepository(Database database, Vault vault, Tenants tenants) {
    this.database = database;
    this.vault = vault;
    this.tenants = tenants;
  }

  /** Whose rows are shown: those of the tenant that the token belongs to. */
  int tenant() {
    return Channels.FIRST_TENANT;
  }

  /** Where a row stands in its list. */
  private record Mark(Instant at, String id) {}

  private record Entry<T>(Mark mark, T item) {}

  <T> Page<T> page(Listing<T> listing, @Nullable String limit, @Nullable String cursor) {
    var most = limit(limit);
    var after = cursor == null ? null : mark(listing.place(), cursor);
    var values = new ArrayList<@Nullable Object>();
    values.add(tenant());
    values.addAll(listing.values());
    var sql = new StringBuilder("SELECT * FROM (").append(listing.select()).append(") t ");
    if (after != null) {
      // The first half is for the planner, which finds partitions by it.
      sql.append("WHERE at <= ? AND (at, id) < (?, ?) ");
      values.addAll(List.of(after.at(), after.at(), listing.id(after.id())));
    }
    sql.append("ORDER BY at DESC, id DESC LIMIT ?");
    values.add(most + 1);
    var rows =
        database.read(
            tenant(), it -> it.list(sql.toString(), row -> entry(listing, row), values.toArray()));
    var shown = rows.subList(0, Math.min(most, rows.size()));
    return new Page<>(
        shown.stream().map(Entry::item).toList(),
        rows.size() > most ? cursor(listing.place(), shown.getLast().mark()) : null);
  }

  /** A page of a short list that is all there, in its own order. */
  <T> Page<T> page(
      String name,
      List<T> all,
      Function<T, String> id,
      @Nullable String limit,
      @Nullable String cursor) {
    var most = limit(limit);
    var place = "api cursor " + name;
    var start = cursor == null ? 0 : after(all.stream().map(id).toList(), mark(place, cursor).id());
    var end = Math.min(start + most, all.size());
    var shown = all.subList(start, end);
    return new Page<>(
        shown,
        end < all.size()
            ? cursor(place, new Mark(Instant.EPOCH, id.apply(shown.getLast())))
            : null);
  }

  private static int after(List<String> ids, String id) {
    return ids.indexOf(id) + 1;
  }

  /** The item of an id or, where the list has them, of a public code. */
  <T> T one(Listing<T> listing, String idOrCode) {
    return find(listing, idOrCode).orElseThrow(() -> Refusal.notFound(listing.name(), idOrCode));
  }

  <T> Optional<T> find(Listing<T> listing, String idOrCode) {
    var uuid = uuid(idOrCode);
    if (listing.key() == Key.CODE) {
      return only(listing, "id = ?", Listing.code(idOrCode));
    }
    if (uuid.isPresent()) {
      return only(listing, "id = ?", uuid.get());
    }
    return listing.key() == Key.ID_OR_CODE
        ? only(listing, "code = ?", Listing.code(idOrCode))
        : Optional.empty();
  }

  private <T> Optional<T> only(Listing<T> listing, String condition, Object value) {
    return database.read(
        tenant(),
        sql ->
            sql.one(
                "SELECT * FROM (" + listing.select() + ") t WHERE " + condition,
                listing.reader(),
                tenant(),
                value));
  }

  /** In the office's time. */
  OffsetDateTime time(Instant instant) {
    return instant.atZone(tenants.get(tenant()).zone()).toOffsetDateTime();
  }

  OffsetDateTime time(Row row, String column) {
    return time(row.instant(column));
  }

  @Nullable OffsetDateTime timeOrNull(Row row, String column) {
    var instant = row.instantOrNull(column);
    return instant == null ? null : time(instant);
  }

  @Nullable String open(String column, byte @Nullable [] sealed) {
    return sealed == null ? null : vault.openText(tenant(), column, sealed);
  }

  /** Between 1 and 200; 50 when nothing is said. */
  static int limit(@Nullable String limit) {
    if (limit == null) {
      return USUAL;
    }
    var number = LIMIT.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
    if (number < 1 || number > MOST) {
      throw Refusal.badRequest(
          "The limit (%s) is not possible. Maybe a whole number from 1 to %d."
              .formatted(Problems.cut(limit), MOST));
    }
    return number;
  }

  static Optional<UUID> uuid(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <T> Entry<T> entry(Listing<T> listing, Row row) {
    return new Entry<>(new Mark(row.instant("at"), row.text("id")), listing.reader().read(row));
  }

  private String cursor(String place, Mark mark) {
    var micros = ChronoUnit.MICROS.between(Instant.EPOCH, mark.at());
    var sealed = vault.seal(tenant(), place, micros + " " + mark.id());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  private Mark mark(String place, String cursor) {
    try {
      var sealed = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8));
      var parts = vault.openText(tenant(), place, sealed).split(" ", 2);
      return new Mark(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), parts[1]);
    } catch (IllegalArgumentException | SealBroken e) {
      throw Refusal.badRequest(
          "The cursor is not one of this list. Maybe send the next of the page before, as it is.");
    }
  }
}
