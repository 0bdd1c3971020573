package travel.opslayer.rules;

import java.util.Set;

/** Who may do what, whatever the state of a lead. */
final class Permitted {

  static final Set<String> TALK =
      Set.of(
          "help",
          "greet",
          "thank",
          "not_understood",
          "explain_decision",
          "show_media",
          "ignore",
          "opt_out",
          "opt_out_all",
          "keep_service",
          "opt_in",
          "tell_done",
          "tell_kept",
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
      Set.of("which_approval", "more_approvals", "approve_all", "change_vote", "tell_rules");

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
          "note_payment",
          "note_outside",
          "send_kit",
          "ask_refund",
          "note_refund");

  /** What needs a quote, an offer, a refund or a request: their tables have tests of their own. */
  static final Set<String> OF_THEIR_OWN =
      Set.of(
          "check_in",
          "count_guests",
          "count_other",
          "ask_heads",
          "name_missing",
          "missing_unknown",
          "start_trip",
          "show_guests",
          "guest_answer",
          "leave_guests",
          "wait_more",
          "call_crew",
          "ask_driver",
          "say_guide",
          "confirm_time",
          "deny_time",
          "watch_trip",
          "miss_check_in",
          "miss_check_in_again",
          "end_wait",
          "report_incident",
          "hold_photo",
          "ask_trip",
          "add_report",
          "all_ok",
          "need_police",
          "take_incident",
          "pass_incident",
          "escalate_incident",
          "show_incident",
          "propose_plan",
          "send_plan",
          "send_plan_crew",
          "edit_plan",
          "tell_crew",
          "tell_guest",
          "tell_over",
          "note_guest",
          "promise_answer",
          "miss_promise",
          "answer_guest",
          "plan_car",
          "book_car",
          "note_arrived",
          "confirm_count",
          "resolve_incident",
          "ask_incident",
          "ask_ending",
          "close_incident",
          "keep_incident",
          "reopen_incident",
          "show_change",
          "show_move",
          "show_cancel",
          "explain_terms",
          "move_booking",
          "cancel_booking",
          "keep_booking",
          "ask_exception",
          "grant_move",
          "grant_refund",
          "reopen_approval",
          "show_approval",
          "unclear_vote",
          "propose_amount",
          "show_ended",
          "withdraw_approval",
          "release_seats",
          "wait_auto",
          "pay_rest",
          "remind_balance",
          "miss_balance",
          "open_document",
          "name_document",
          "not_document",
          "name_owner",
          "publish_all",
          "publish_me",
          "publish_no",
          "agree_media",
          "refuse_media",
          "send_within",
          "edit_quote",
          "ask_approval",
          "send_approved",
          "keep_sent",
          "show_quote",
          "accept_quote",
          "decline_quote",
          "approve",
          "reject",
          "accept_offer",
          "decline_offer",
          "show_offer",
          "offer_credit",
          "keep_credit",
          "want_refund",
          "staff_hold",
          "release_hold",
          "close_departure",
          "reopen_departure",
          "ask_close",
          "skip_request",
          "undo_request",
          "why_request",
          "ask_next",
          "finish_closing",
          "end_staff_hold",
          "tell_released",
          "tell_restored",
          "tell_closed",
          "tell_reopened",
          "tell_taken",
          "tell_given");

  /** What colleagues may ask about seats; departures are for operations and managers. */
  static final Set<String> ASKING = Set.of("ask_hold", "ask_release", "ask_sure", "explain_undo");

  static final Set<String> DEPARTURES =
      Set.of("close_departure", "reopen_departure", "ask_close", "ask_departure");

  /** What the crew of any trip may ask. */
  static final Set<String> FIELD = Set.of("show_trips", "which_trip", "not_theirs");

  private Permitted() {}
}
