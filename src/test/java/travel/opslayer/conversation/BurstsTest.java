package travel.opslayer.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.conversation.Talk.at;
import static travel.opslayer.conversation.Talk.due;
import static travel.opslayer.conversation.Talk.heard;
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
import travel.opslayer.message.Content;

class BurstsTest {

  private static final Pace PACE =
      new Pace(
          Duration.ofSeconds(4),
          Duration.ofSeconds(1),
          Duration.ofSeconds(12),
          "hola!!"::equals,
          Set.of("STOP", "?")::contains);

  private final Bursts customers = PACE.bursts(Talk.contact("es").person());

  private Next next(int now, Event... events) {
    return customers.next(List.of(events), at(now));
  }

  @Test
  void a_request_is_complete_four_seconds_after_its_last_bubble() {
    var hello = text(0, "hola");
    var trip = text(3, "EBC para 2");

    assertThat(next(6, hello, trip)).isEqualTo(new Next.Wait(at(7)));
    assertThat(next(7, hello, trip)).isEqualTo(new Next.Ready(List.of(hello, trip)));
  }

  @Test
  void who_tells_of_trouble_is_heard_though_they_go_on_writing() {
    var pace =
        new Pace(
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            Duration.ofSeconds(12),
            Duration.ofSeconds(8),
            Pace.Late.NEVER,
            "hola!!"::equals,
            Set.of("STOP", "?")::contains,
            "broken down"::equals);
    var guest = pace.bursts(Talk.contact("es").person());
    var guide = pace.bursts(Talk.contact("ne", "field").person());
    var hello = text(0, "hola");
    var trouble = text(2, "broken down");
    var more = text(5, "help");

    assertThat(guest.next(List.of(hello, trouble, more), at(5))).isEqualTo(new Next.Wait(at(6)));
    assertThat(guest.next(List.of(hello, trouble, more), at(6)))
        .isEqualTo(new Next.Ready(List.of(hello, trouble, more)));
    assertThat(guest.next(List.of(hello, more), at(6))).isEqualTo(new Next.Wait(at(9)));
    assertThat(guide.next(List.of(trouble, picture(2)), at(3)))
        .as("an album is not waited for")
        .isInstanceOf(Next.Ready.class);
    assertThat(guide.next(List.of(hello, picture(2)), at(3))).isEqualTo(new Next.Wait(at(10)));
  }

  @Test
  void what_was_written_minutes_apart_is_no_single_request_though_it_comes_at_once() {
    var before = new Event(Talk.id(), "", at(0), at(100), 0, text(0, "pugyo").happening());
    var after = new Event(Talk.id(), "", at(90), at(100), 0, text(90, "janchau").happening());
    var soon = new Event(Talk.id(), "", at(60), at(100), 0, text(60, "9 jana").happening());

    assertThat(next(101, before, after)).isEqualTo(new Next.Ready(List.of(before)));
    assertThat(next(101, before, soon, after)).isEqualTo(new Next.Wait(at(104)));
  }

  @Test
  void one_bubble_is_waited_for_as_long() {
    var hello = text(0, "hola");

    assertThat(next(3, hello)).isEqualTo(new Next.Wait(at(4)));
    assertThat(next(4, hello)).isEqualTo(new Next.Ready(List.of(hello)));
  }

  @Test
  void the_last_bubble_counts_by_its_arrival_whatever_its_place() {
    var late = new Event(Talk.id(), "", at(0), at(9), 0, text(0, "EBC").happening());
    var early = text(2, "para 2");

    assertThat(next(12, late, early)).isEqualTo(new Next.Wait(at(13)));
  }

  @Test
  void pictures_and_places_join_the_words_around_them() {
    var picture = picture(0);
    var place = heard(1, new Content.Place(27.7, 85.3, null, null));
    var words = text(2, "aqui");

    assertThat(next(6, picture, place, words))
        .isEqualTo(new Next.Ready(List.of(picture, place, words)));
  }

  @Test
  void a_tap_in_between_closes_the_burst_at_once() {
    var hello = text(0, "hola");
    var tap = tap(1, "ask_quote@LD-301");
    var more = text(2, "y otra cosa");

    assertThat(next(1, hello, tap, more)).isEqualTo(new Next.Ready(List.of(hello)));
    assertThat(next(1, tap, more)).isEqualTo(new Next.Ready(List.of(tap)));
    assertThat(next(2, more)).isEqualTo(new Next.Wait(at(6)));
  }

  @Test
  void whoever_quotes_means_that_message_and_no_other() {
    var quoting = quoting(0, "esto", "wamid.1");
    var more = text(1, "y esto no");

    assertThat(next(0, quoting, more)).isEqualTo(new Next.Ready(List.of(quoting)));
    assertThat(next(1, more, quoting)).isEqualTo(new Next.Ready(List.of(more)));
  }

  @Test
  void a_keyword_is_a_turn_of_its_own_and_a_sentence_with_it_is_not() {
    var stop = text(0, "STOP");
    var help = text(1, "?");
    var sentence = text(0, "can u stop the bus");

    assertThat(next(0, stop, help)).isEqualTo(new Next.Ready(List.of(stop)));
    assertThat(next(1, help)).isEqualTo(new Next.Ready(List.of(help)));
    assertThat(next(0, sentence)).isEqualTo(new Next.Wait(at(4)));
  }

  @Test
  void a_timer_waits_for_nobody_and_is_nobodys_bubble() {
    var timer = due(0, "first_reply", "LD-301");
    var hello = text(0, "hola");

    assertThat(next(0, timer, hello)).isEqualTo(new Next.Ready(List.of(timer)));
    assertThat(next(0, hello, timer)).isEqualTo(new Next.Ready(List.of(hello)));
  }

  @Test
  void reactions_and_what_we_do_not_read_stand_alone() {
    var reaction = heard(0, new Content.Reaction("wamid.1", "👍"));
    var order = heard(0, new Content.Other("order", "", java.util.Map.of()));

    assertThat(next(0, reaction, order)).isEqualTo(new Next.Ready(List.of(reaction)));
    assertThat(next(0, order)).isEqualTo(new Next.Ready(List.of(order)));
  }

  @Test
  void colleagues_are_answered_after_their_own_time() {
    var staff = PACE.bursts(Talk.contact("en", "sales").person());
    var words = List.of(text(0, "quote ebc0315"));

    assertThat(staff.next(words, at(0))).isEqualTo(new Next.Wait(at(1)));
    assertThat(staff.next(words, at(1))).isEqualTo(new Next.Ready(words));
  }

  @Test
  void a_bare_greeting_waits_longer_for_what_follows() {
    var greeting = text(0, "hola!!");
    var wish = text(11, "el EBC");

    assertThat(next(11, greeting)).isEqualTo(new Next.Wait(at(12)));
    assertThat(next(12, greeting)).isEqualTo(new Next.Ready(List.of(greeting)));
    assertThat(next(14, greeting, wish)).isEqualTo(new Next.Wait(at(15)));
    assertThat(next(15, greeting, wish)).isEqualTo(new Next.Ready(List.of(greeting, wish)));
  }

  @Test
  void without_a_window_every_bubble_that_is_there_is_answered_at_once() {
    var pace =
        new Pace(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(12), it -> true, it -> false);
    var words = List.of(text(0, "hola"));

    assertThat(pace.bursts(Talk.contact("es").person()).next(words, at(0)))
        .isEqualTo(new Next.Ready(words));
  }
}
