package travel.opslayer.capability.broadcast;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.broadcast.Recipient;
import travel.opslayer.conversation.Contact;

/**
 * Everybody who is meant, as it is now.
 *
 * @param audience guests, crew, colleagues
 * @param about the departure or trip, or the role of colleagues
 */
record Circle(String audience, @Nullable String about, List<Member> members) {

  Circle {
    members = List.copyOf(members);
  }

  /**
   * Somebody who is meant.
   *
   * @param about the booking that it concerns
   * @param leftOut why they do not get it; null when they do
   */
  record Member(
      UUID person, @Nullable String about, @Nullable Contact contact, @Nullable String leftOut) {

    Member without(String reason) {
      return new Member(person, about, contact, reason);
    }

    @Override
    public String toString() {
      return "member";
    }
  }

  List<Member> reached() {
    return members.stream().filter(it -> it.leftOut() == null).toList();
  }

  long leftOut(String reason) {
    return members.stream().filter(it -> reason.equals(it.leftOut())).count();
  }

  List<Recipient> recipients(UUID broadcast) {
    return members.stream()
        .map(
            it ->
                new Recipient(
                    broadcast,
                    0,
                    it.person(),
                    it.about(),
                    it.leftOut() == null ? Recipient.WAITING : Recipient.LEFT_OUT,
                    it.leftOut(),
                    null))
        .toList();
  }

  /**
   * What whoever says yes has seen: these words for these people. Who opts out meanwhile makes no
   * other question of it, for they do not get it anyway.
   */
  String hash(String words) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((audience + '\n' + about + '\n' + words).getBytes(StandardCharsets.UTF_8));
      members.stream()
          .map(it -> it.person().toString())
          .sorted()
          .forEach(it -> digest.update(it.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
