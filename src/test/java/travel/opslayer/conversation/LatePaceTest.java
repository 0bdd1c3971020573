package travel.opslayer.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.conversation.Talk.at;
import static travel.opslayer.conversation.Talk.picture;
import static travel.opslayer.conversation.Talk.quoting;
import static travel.opslayer.conversation.Talk.tap;
import static travel.opslayer.conversation.Talk.text;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import travel.opslayer.conversation.Bursts.Next;
import travel.opslayer.inbox.Event;

/** News that waited on a phone: how many they must be, and how long they are waited for. */
class LatePaceTest {

  private static final Pace.Late LATE =
      new Pace.Late(
          Set.of("field"),
          3,
          Duration.ofSeconds(120),
          Duration.ofHours(2),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofMinutes(1));

  private static final Bursts BURSTS =
      new Pace(
              Duration.ofSeconds(4),
              Duration.ofSeconds(1),
              Duration.ofSeconds(12),
              "hola!!"::equals,
              Set.of("STOP")::contains)
          .bursts(Talk.contact("ne", "field").person())
          .after(LATE);

  private static Next next(int now, Event... events) {
    return BURSTS.next(List.of(events), at(now));
  }

  /** Written at one second, received at another. */
  private static Event late(int sent, int received) {
    return new Event(Talk.id(), "", at(sent), at(received), 0, text(0, "pugyo").happening());
  }

  @Test
  void three_within_two_minutes_are_many_and_two_are_not() {
    assertThat(LATE.isMany(List.of(text(0, "a"), text(60, "b"), text(120, "c")))).isTrue();
    assertThat(LATE.isMany(List.of(text(0, "a"), text(60, "b"), text(121, "c")))).isFalse();
    assertThat(LATE.isMany(List.of(text(0, "a"), text(1, "b")))).isFalse();
  }

  @Test
  void an_album_is_one() {
    assertThat(LATE.isMany(List.of(picture(0), picture(1), picture(2), text(3, "a")))).isFalse();
    assertThat(LATE.isMany(List.of(picture(0), picture(1), text(2, "a"), text(3, "b")))).isTrue();
  }

  @Test
  void a_minute_on_its_way_is_held() {
    assertThat(LATE.isHeld(List.of(late(0, 60)))).isTrue();
    assertThat(LATE.isHeld(List.of(late(0, 59)))).isFalse();
  }

  @Test
  void they_are_complete_when_nothing_has_come_for_twenty_seconds() {
    var first = late(5, 70);
    var second = late(3, 80);

    assertThat(next(99, first, second)).isEqualTo(new Next.Wait(at(100)));
    assertThat(next(100, first, second)).isEqualTo(new Next.Ready(List.of(first, second)));
  }

  @Test
  void nobody_waits_for_ever() {
    var first = late(0, 70);
    var last = late(1, 125);

    assertThat(next(129, first, last)).isEqualTo(new Next.Wait(at(130)));
    assertThat(next(130, first, last)).isEqualTo(new Next.Ready(List.of(first, last)));
  }

  @Test
  void what_is_a_message_by_itself_else_is_one_of_them() {
    var stop = late(0, 70);
    var word = text(2, "STOP");

    assertThat(next(100, stop, word)).isEqualTo(new Next.Ready(List.of(stop, word)));
  }

  @Test
  void a_tap_and_an_answer_to_us_do_not_wait() {
    var news = late(0, 70);
    var tap = tap(1, "start_trip@TRP123");
    var quoting = quoting(2, "haina", "wamid.1");

    assertThat(next(70, news, tap, quoting)).isEqualTo(new Next.Ready(List.of(tap)));
    assertThat(next(70, news, quoting)).isEqualTo(new Next.Ready(List.of(quoting)));
  }

  @Test
  void a_cry_for_help_is_never_waited_for() {
    var cry = text(2, "🆘");

    assertThat(next(70, late(0, 70), cry)).isEqualTo(new Next.Ready(List.of(cry)));
  }
}
