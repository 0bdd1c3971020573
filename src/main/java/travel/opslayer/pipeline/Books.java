package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.audit.AuditLog;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.conversation.Messages;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.DecisionRecord;
import travel.opslayer.decision.DecisionRepository;
import travel.opslayer.outbox.SealedContent;
import travel.opslayer.pipeline.Telling.Said;
import travel.opslayer.pipeline.Telling.Told;
import travel.opslayer.time.Ids;
import travel.opslayer.timeline.Timeline;

/** The books that are kept of every turn. */
@Singleton
final class Books {

  private static final String TIMER = "timer";

  private final Conversations conversations;
  private final Messages messages;
  private final SealedContent contents;
  private final DecisionRepository decisions;
  private final Timeline timeline;
  private final AuditLog audit;

  Books(
      Conversations conversations,
      Messages messages,
      SealedContent contents,
      DecisionRepository decisions,
      Timeline timeline,
      AuditLog audit) {
    this.conversations = conversations;
    this.messages = messages;
    this.contents = contents;
    this.decisions = decisions;
    this.timeline = timeline;
    this.audit = audit;
  }

  void people(Sql sql, int tenant, List<Turn> turns, Map<UUID, String> languages) {
    conversations.save(sql, turns);
    conversations.learnLanguage(sql, tenant, languages);
  }

  void messages(Sql sql, int tenant, List<Turn> turns, List<Told> told, Instant now) {
    messages.saveHeard(sql, tenant, turns);
    var sent = new ArrayList<Messages.Sent>();
    for (var it : told) {
      it.said().forEach(said -> sent.add(sent(tenant, it, said)));
    }
    messages.saveSent(sql, tenant, sent, now);
  }

  private Messages.Sent sent(int tenant, Told told, Said said) {
    var written = said.written();
    return new Messages.Sent(
        said.id(),
        said.to(),
        written.content().kind(),
        contents.seal(tenant, written.content(), written.approved()),
        written.template(),
        written.language(),
        said.about(),
        told.acted().asked().turn().id());
  }

  void decisions(
      Sql sql, int tenant, List<Told> told, Map<UUID, List<SetTimers.Set>> timers, Instant now) {
    var records = new ArrayList<DecisionRecord>();
    for (var it : told) {
      var turn = it.acted().asked().turn();
      records.add(
          new DecisionRecord(
              turn.id(),
              it.acted().decision(),
              turn.timer().isPresent() ? null : turn.contact().person().id(),
              subject(it),
              effects(it, timers.getOrDefault(turn.id(), List.of()))));
    }
    decisions.save(sql, tenant, records, now);
  }

  private static List<Map<String, String>> effects(Told told, List<SetTimers.Set> timers) {
    var effects = new ArrayList<Map<String, String>>();
    if (told.acted().decision().outcome() instanceof Outcome.Permitted(var action)) {
      effects.add(effect("action", action, "subject", subject(told)));
    }
    for (var said : told.texts()) {
      var verb = said.category().equals("answer") ? "reply" : "notify";
      var effect = effect(verb, said.written().template(), "language", said.written().language());
      effect.put("message", said.id().toString());
      effect.put("person", said.to().person().id().toString());
      effects.add(effect);
    }
    for (var timer : timers) {
      effects.add(effect("schedule", timer.timer(), "at", timer.dueAt().toString()));
    }
    return effects;
  }

  private static Map<String, String> effect(
      String verb, String what, String name, @Nullable String value) {
    var effect = new LinkedHashMap<String, String>();
    effect.put("verb", verb);
    effect.put("what", what);
    if (value != null) {
      effect.put(name, value);
    }
    return effect;
  }

  void timeline(Sql sql, int tenant, List<Told> told, Instant now) {
    var lines = new ArrayList<Timeline.Line>();
    for (var it : told) {
      var turn = it.acted().asked().turn();
      var subject = subject(it);
      for (var entry : it.acted().result().timeline()) {
        if (subject != null) {
          var id = Ids.from(turn.id(), "timeline " + lines.size());
          lines.add(
              new Timeline.Line(id, subject, entry.kind(), actor(turn), entry.text(), turn.id()));
        }
      }
    }
    timeline.save(sql, tenant, lines, now);
  }

  void audit(Sql sql, int tenant, List<Told> told, Instant now) {
    var entries = new ArrayList<AuditLog.Entry>();
    for (var it : told) {
      var turn = it.acted().asked().turn();
      var result =
          switch (it.acted().decision().outcome()) {
            case Outcome.Permitted ignored when it.acted().result().refused() != null ->
                "not done: " + it.acted().result().refused();
            case Outcome.Permitted ignored -> "permitted";
            case Outcome.Refused(var ignored, var reason) -> "refused: " + reason;
          };
      entries.add(
          new AuditLog.Entry(
              Ids.from(turn.id(), "audit"),
              actor(turn),
              it.acted().decision().wish(),
              subject(it),
              result,
              turn.id()));
    }
    audit.save(sql, tenant, entries, now);
  }

  private static String actor(Turn turn) {
    return turn.timer().isPresent() ? TIMER : turn.contact().person().id().toString();
  }

  private static @Nullable String subject(Told told) {
    var done = told.acted().result().subject();
    return done == null ? told.acted().asked().subject() : done;
  }
}
