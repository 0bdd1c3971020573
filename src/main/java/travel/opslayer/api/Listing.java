package travel.opslayer.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.RowReader;
import travel.opslayer.facts.words.Codes;

/**
 * A list that the API shows.
 *
 * @param name as in its address
 * @param select a statement whose first parameter is the tenant, and which ends in its {@code
 *     WHERE}; its columns {@code at} and {@code id} say where a row stands in the list
 * @param values of the parameters after the tenant
 */
record Listing<T>(String name, String select, Key key, RowReader<T> reader, List<Object> values) {

  /** By what one of its items is found. */
  enum Key {
    /** A UUID. */
    ID,
    /** A UUID, or the column {@code code}. */
    ID_OR_CODE,
    /** The column {@code id} is the public code. */
    CODE
  }

  Listing {
    values = List.copyOf(values);
  }

  Listing(String name, String select, Key key, RowReader<T> reader) {
    this(name, select, key, reader, List.of());
  }

  /** The same list, of one value only. */
  Listing<T> only(String condition, Object value) {
    return new Listing<>(
        name,
        select + " AND " + condition,
        key,
        reader,
        Stream.concat(values.stream(), Stream.of(value)).toList());
  }

  /** The same list, about one object: letter case and hyphen of a code do not matter. */
  Listing<T> about(@Nullable String object) {
    return object == null ? this : only("subject = ?", code(object));
  }

  /** What a cursor is bound to: it is of no use in another list. */
  String place() {
    return "api cursor " + name + values;
  }

  /** The value of the column {@code id}, as PostgreSQL compares it. */
  Object id(String text) {
    return key == Key.CODE ? text : UUID.fromString(text);
  }

  /** As we spell it. */
  static String code(String typed) {
    var wanted = plain(typed);
    return Codes.in(wanted, Set.of()).stream()
        .filter(it -> plain(it).equals(wanted))
        .findFirst()
        .orElse(typed.replace("\0", "").strip().toUpperCase(Locale.ROOT));
  }

  private static String plain(String code) {
    return code.replaceAll("[\\s\0-]", "").toUpperCase(Locale.ROOT);
  }
}
