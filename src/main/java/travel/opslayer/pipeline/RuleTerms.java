package travel.opslayer.pipeline;

import travel.opslayer.decision.Terms;

/** The words that rules may use right now: templates come and go. */
interface RuleTerms {

  Terms words();
}
