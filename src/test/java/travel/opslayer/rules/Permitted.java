package travel.opslayer.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what, whatever the state of a lead. */
final class Permitted {

  static final Set<String> TALK =
      Set.of(
          "help",
          "greet",
          "thank",
          "not_understood",
          "did_you_mean",
          "explain_decision",
          "show_media",
          "ignore",
          "opt_out",
          "opt_out_all",
          "keep_service",
          "opt_in",
          "tell_done",
          "tell_kept",
          "ask_false_alarm",
          "tell_more",
          "tell_stale",
          "drop_intent",
          "note_late",
          "note_overtaken",
          "erase_media",
          "ask_resend",
          "raise_sos");

  /** What colleagues say about requests, and what they have changed of it since. */
  static final Set<String> STAFF =
      Set.of(
          "which_approval",
          "more_approvals",
          "approve_all",
          "change_vote",
          "which_phone",
          "tell_rules",
          "ask_which_message");

  static final Set<String> CUSTOMERS =
      Set.of(
          "enquire",
          "ask_person",
          "ask_topic",
          "ask_which",
          "which_booking",
          "refuse_elsewhere",
          "ask_fewer",
          "keep_seats",
          "file_media",
          "ask_publish",
          "unpublish",
          "object_photos");

  static final Set<String> CUSTOMERS_OF_AN_OPEN_LEAD =
      Set.of(
          "ask_quote",
          "other_dates",
          "join_waitlist",
          "think",
          "hold_seats",
          "ask_seats",
          "ask_confirm",
          "change_party");

  static final Set<String> OPEN = Set.of("new", "assigned", "qualified", "quoted", "reopened");

  static final Set<String> CLOSED = Set.of("won", "lost", "merged");

  static final Set<String> ANSWERING = Set.of("sales", "operations", "manager");

  /** What comes from timers and from providers of payments. */
  static final Set<String> CLOCK =
      Set.of(
          "tell_longer",
          "ask_report",
          "delete_media",
          "ask_document",
          "block_photo",
          "expire_quote",
          "expire_booking",
          "expire_approval",
          "ask_deputies",
          "offer_seats",
          "lapse_offer",
          "take_deposit",
          "take_part",
          "take_twice",
          "take_late",
          "take_wrong",
          "plan_feedback",
          "note_payment",
          "note_outside",
          "send_kit",
          "ask_refund",
          "note_refund");

  /** What needs a quote, an offer, a refund or a request: their tables have tests of their own. */
  static final Set<String> OF_THEIR_OWN = read();

  /** What colleagues may ask about seats; departures are for operations and managers. */
  static final Set<String> ASKING =
      Set.of(
          "ask_hold",
          "ask_release",
          "ask_sure",
          "explain_undo",
          "which_handover",
          "ask_audience",
          "book_for",
          "show_pipeline",
          "show_bookings");

  static final Set<String> DEPARTURES =
      Set.of("close_departure", "reopen_departure", "ask_close", "ask_departure");

  /** What the crew of any trip may ask. */
  static final Set<String> FIELD = Set.of("show_trips", "which_trip", "not_theirs");

  private Permitted() {}

  private static Set<String> read() {
    var file = "Permitted.txt";
    try (var names = Objects.requireNonNull(Permitted.class.getResourceAsStream(file), file)) {
      return new String(names.readAllBytes(), UTF_8).lines().collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
