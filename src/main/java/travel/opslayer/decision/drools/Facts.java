package travel.opslayer.decision.drools;

/** The one fact that rules see: what is known, each field in its place; null is unknown. */
record Facts(Object[] values) {}
