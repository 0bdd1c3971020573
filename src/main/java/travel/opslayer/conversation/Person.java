package travel.opslayer.conversation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody we talk with, whatever names providers have for them.
 *
 * @param code a word that colleagues use, such as SARITA; null for customers
 * @param name as we call them, or as they call themselves; null when nobody knows
 * @param language ISO 639-1; null until they have written enough to tell
 * @param zone IANA name; null when it is not known
 * @param roles sales, operations, field, manager or one of the company's own; none is a customer
 * @param languages that a colleague speaks, ISO 639-1
 * @param locked whether the phone of a colleague is lost: they have no role then
 * @param speaking the one of their roles that is looked at; null for the one with the most to say
 */
public record Person(
    UUID id,
    @Nullable String code,
    @Nullable String name,
    @Nullable String language,
    @Nullable String zone,
    Set<String> roles,
    List<String> languages,
    boolean locked,
    @Nullable String speaking) {

  /** The order in which the roles of one person are asked about. */
  private static final List<String> RANK = List.of("manager", "operations", "sales", "field");

  public Person {
    roles = locked ? Set.of() : Set.copyOf(roles);
    languages = List.copyOf(languages);
  }

  public Person(
      UUID id,
      @Nullable String code,
      @Nullable String name,
      @Nullable String language,
      @Nullable String zone,
      Set<String> roles,
      List<String> languages) {
    this(id, code, name, language, zone, roles, languages, false);
  }

  public Person(
      UUID id,
      @Nullable String code,
      @Nullable String name,
      @Nullable String language,
      @Nullable String zone,
      Set<String> roles,
      List<String> languages,
      boolean locked) {
    this(id, code, name, language, zone, roles, languages, locked, null);
  }

  /** The same person, in one of their roles. */
  public Person as(String role) {
    return new Person(id, code, name, language, zone, roles, languages, locked, role);
  }

  /** What comes first in their name; null when nobody knows it. */
  public @Nullable String firstName() {
    return name == null || name.isBlank() ? null : name.strip().split("\\s+")[0];
  }

  public boolean isStaff() {
    return !roles.isEmpty();
  }

  /** The role they are looked at in: what rules know as that of the sender. */
  public String role() {
    return speaking == null ? inTurn().getFirst() : speaking;
  }

  /** All that they are, the one with the most to say first; customer when they have no role. */
  public List<String> inTurn() {
    if (roles.isEmpty()) {
      return List.of("customer");
    }
    // One that the company has named itself comes after those that ship.
    return Stream.concat(
            RANK.stream().filter(roles::contains),
            roles.stream().filter(it -> !RANK.contains(it)).sorted())
        .toList();
  }

  /** Never the name: it is personal, and this text may reach a log. */
  @Override
  public String toString() {
    return "person " + id;
  }
}
