package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import travel.opslayer.facts.FactCollector;
import travel.opslayer.facts.Listener;

/** The stations of a turn, in order. */
@Singleton
record Stations(
    HouseRules rules,
    Distressed distressed,
    Receiving receiving,
    TypedTaps taps,
    Listener listener,
    FactCollector facts,
    Deciding deciding,
    Acting acting,
    Telling telling,
    TurnCommit commit) {}
