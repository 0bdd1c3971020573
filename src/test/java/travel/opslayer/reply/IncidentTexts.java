package travel.opslayer.reply;

import java.util.Set;

/** Texts about incidents and approvals that colleagues alone read. */
final class IncidentTexts {

  static final Set<String> FOR_COLLEAGUES =
      Set.of(
          "approval/approved",
          "approval/asked",
          "approval/changed",
          "approval/exception",
          "approval/granted",
          "approval/how",
          "approval/counted",
          "approval/discount",
          "approval/not_yours",
          "approval/over",
          "approval/own",
          "approval/refund",
          "approval/rejected",
          "approval/voted",
          "approval/which",
          "incident/alert",
          "incident/alert_again",
          "incident/answered",
          "incident/car_choose",
          "incident/close_ask",
          "incident/closed",
          "incident/details",
          "incident/kept",
          "incident/no_such_car",
          "incident/over_limit",
          "incident/passed",
          "incident/plan_ask",
          "incident/plan_how",
          "incident/plan_over",
          "incident/plan_sent",
          "incident/police",
          "incident/promise_missed",
          "incident/promise_task",
          "incident/second_needed",
          "incident/taken",
          "incident/which",
          "sos/alert");

  private IncidentTexts() {}

  static boolean isOneOf(String name, Set<String> others) {
    return FOR_COLLEAGUES.contains(name) || others.contains(name);
  }
}
