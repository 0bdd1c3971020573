package travel.opslayer.capability.safety;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;
import travel.opslayer.safety.PhoneLockRepository;

/**
 * What colleagues type about phones and PINs; it is read again by the action, so no fact holds it.
 */
@Singleton
final class Typed {

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DIGITS = Pattern.compile("(?i)pin\\D{0,6}([\\d][\\d\\s-]*)");
  private static final Set<String> MINE = Set.of("me", "my", "mine");

  private final Conversations conversations;
  private final PhoneLockRepository locks;

  Typed(Conversations conversations, PhoneLockRepository locks) {
    this.conversations = conversations;
    this.locks = locks;
  }

  /** The colleague whose phone is meant: by their code, by the lock, or whoever writes. */
  Optional<Contact> colleague(Sql sql, int tenant, Turn turn, Optional<String> subject) {
    var lock = subject.flatMap(it -> locks.byCode(sql, tenant, it));
    if (lock.isPresent()) {
      return conversations.byPerson(sql, tenant, List.of(lock.get().person())).stream().findFirst();
    }
    var words = turn.bubbles().stream().flatMap(WORDS::splitAsStream).collect(Collectors.toSet());
    var named =
        words.stream()
            .flatMap(it -> conversations.byCode(sql, tenant, it).stream())
            .filter(it -> it.person().isStaff() || it.person().locked())
            .toList();
    if (named.isEmpty() && words.stream().anyMatch(MINE::contains)) {
      return Optional.of(turn.contact());
    }
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** The PIN in the words. */
  static Optional<String> pin(Turn turn) {
    return turn.bubbles().stream()
        .map(DIGITS::matcher)
        .filter(it -> it.find())
        .map(it -> it.group(1).replaceAll("\\D", ""))
        .findFirst();
  }
}
