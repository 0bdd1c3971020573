package travel.opslayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.database.DatabaseFailure;
import travel.opslayer.inbox.DeadLetters;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.inbox.InboxWorker;

/** A turn that breaks off anywhere leaves nothing, and its repetition leaves one of everything. */
class CrashTest {

  private static final String EBC = "Interested in EBC Trek for 2 people";
  private static final Provider PROVIDER = new Provider();
  private static final House HOUSE = House.with(false, settings());
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final Saboteur saboteur = HOUSE.bean(Saboteur.class);
  private final InboxWorker worker = HOUSE.bean(InboxWorker.class);

  private static Map<String, Object> settings() {
    var all = new HashMap<>(House.metaSettings(PROVIDER.address()));
    all.put("opslayer.saboteur", "true");
    return all;
  }

  @AfterEach
  void behave() {
    saboteur.does(it -> {});
  }

  @AfterAll
  static void close() {
    HOUSE.close();
    PROVIDER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT ON people", "INSERT ON aliases", "INSERT ON whatsapp_conversations",
        "INSERT ON whatsapp_messages", "INSERT ON core.leads", "UPDATE ON core.numbers",
        "INSERT ON scheduled_tasks", "INSERT ON decisions", "INSERT ON timeline_entries",
        "INSERT ON whatsapp_audit_logs", "INSERT ON outbox", "UPDATE ON inbox",
        "UPDATE ON inbox_lanes"
      })
  void a_turn_that_fails_while_it_writes_is_repeated_without_a_second_effect(String station) {
    HOUSE.move(Duration.ofMinutes(1));
    HOUSE.settle(); // what other tests left: a batch of two would be repeated at once
    warm();
    var from = person();
    HOUSE.hears(from, "wamid." + from, EBC);
    var before = effects();
    // A sequence is not rolled back, so it can tell the first time from the second.
    HOUSE.execute(
        """
        CREATE SEQUENCE IF NOT EXISTS crash;
        CREATE OR REPLACE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('crash') = %d THEN RAISE EXCEPTION 'crash'; END IF;
          RETURN NEW;
        END $$;
        ALTER SEQUENCE crash RESTART;
        CREATE TRIGGER crash BEFORE %s FOR EACH ROW EXECUTE FUNCTION crash();
        """
            .formatted(station.equals("UPDATE ON inbox_lanes") ? 2 : 1, station));
    try {
      worker.runOnce();
      assertThat(HOUSE.count("SELECT last_value FROM crash")).isPositive();
      assertThat(effects()).isEqualTo(before);
      HOUSE.move(Duration.ofSeconds(2));
      HOUSE.settle();
    } finally {
      HOUSE.execute("DROP TRIGGER crash ON " + station.replaceAll(".* ON ", ""));
    }
    assertThat(HOUSE.bean(Inbox.class).waiting(1)).isZero();
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
    var after = effects();
    for (var it : List.of("core.leads", "decisions", "people", "scheduled_tasks", "last")) {
      assertThat(after).containsEntry(it, before.getOrDefault(it, 0L) + 1);
    }
  }

  @Test
  void a_poisoned_event_dies_after_three_tries_and_holds_up_nobody_else() {
    var dead = letters("open");
    var poisoned = person();
    HOUSE.hears(poisoned, "wamid.poison", "poison");
    var others = List.of(person(), person(), person());
    others.forEach(it -> HOUSE.hears(it, "wamid." + it, EBC));
    saboteur.does(
        text -> {
          if (text.equals("poison")) {
            throw new IllegalStateException("poison");
          }
        });
    worker.runOnce();
    HOUSE.settle();
    others.forEach(it -> assertThat(PROVIDER.callsTo(it)).hasSize(1));
    assertThat(letters("open")).isEqualTo(dead);

    HOUSE.move(Duration.ofSeconds(1));
    HOUSE.settle();
    assertThat(letters("open")).isEqualTo(dead);
    HOUSE.move(Duration.ofSeconds(2));
    HOUSE.settle();
    assertThat(letters("open")).hasSize(dead.size() + 1);
    assertThat(PROVIDER.callsTo(poisoned)).isEmpty();
    HOUSE.move(Duration.ofHours(1));
    HOUSE.settle();
    assertThat(PROVIDER.callsTo(poisoned)).isEmpty();

    var letter = UUID.fromString(letters("open").getLast());
    assertThat(HOUSE.bean(DeadLetters.class).replay(1, letter))
        .isEqualTo(new DeadLetters.Replay.Taken());
    HOUSE.settle(); // still poisoned: its first try
    HOUSE.move(Duration.ofHours(1));
    saboteur.does(it -> {});
    HOUSE.settle();
    assertThat(letters("replayed")).contains(letter.toString());
    assertThat(PROVIDER.callsTo(poisoned)).hasSize(1);
  }

  @Test
  void words_too_deep_for_the_stack_are_poison_and_stop_no_worker() {
    var poisoned = person();
    HOUSE.hears(poisoned, "wamid.deep", "too deep");
    saboteur.does(
        text -> {
          if (text.equals("too deep")) {
            throw new StackOverflowError();
          }
        });
    for (var i = 0; i < 3; i++) {
      HOUSE.settle();
      HOUSE.move(Duration.ofSeconds(10));
    }
    assertThat(HOUSE.bean(Inbox.class).waiting(1)).isZero();
    assertThat(HOUSE.count("SELECT count(*) FROM inbox WHERE state = 'dead'")).isPositive();
  }

  @Test
  void a_good_bubble_does_not_die_for_the_poisoned_one_behind_it() {
    var from = person();
    HOUSE.webhook(
        MetaWebhook.body(
            List.of(
                MetaWebhook.entry(
                    List.of(
                        MetaWebhook.change(
                            from,
                            "Guest",
                            MetaWebhook.message(from, "wamid.good", HOUSE.now(), EBC),
                            MetaWebhook.message(from, "wamid.bad", HOUSE.now(), "bad bubble")))))));
    saboteur.does(
        text -> {
          if (text.equals("bad bubble")) {
            throw new IllegalStateException("bad");
          }
        });
    for (var i = 0; i < 8; i++) {
      HOUSE.settle();
      HOUSE.move(Duration.ofSeconds(10));
    }
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
    assertThat(
            HOUSE.rows(
                "SELECT state, count(*) FROM inbox WHERE lane = (SELECT lane FROM inbox ORDER BY"
                    + " seq DESC LIMIT 1) GROUP BY 1 ORDER BY 1"))
        .containsExactly(
            Map.of("state", "dead", "count", "1"), Map.of("state", "done", "count", "1"));
  }

  @Test
  void a_database_that_goes_away_in_the_middle_of_turns_kills_no_message() {
    var from = person();
    HOUSE.hears(from, "wamid.outage", EBC);
    for (var i = 0; i < 5; i++) {
      var once = new AtomicInteger();
      saboteur.does(
          it -> {
            if (once.getAndIncrement() < 2) {
              HOUSE.execute(
                  """
                  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE datname = current_database() AND state = 'idle in transaction'
                  """);
            }
          });
      try {
        worker.runOnce();
      } catch (DatabaseFailure e) {
        assertThat(e.isUnreachable()).isTrue();
      }
      HOUSE.execute("UPDATE inbox_lanes SET lease_until = NULL");
      HOUSE.move(Duration.ofSeconds(30));
    }
    saboteur.does(it -> {});
    HOUSE.settle();
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
    assertThat(HOUSE.column("SELECT attempts FROM inbox ORDER BY seq DESC LIMIT 1"))
        .containsExactly("0");
  }

  private static String person() {
    return "3463%07d".formatted(PEOPLE.incrementAndGet());
  }

  /** So that the series of lead numbers has begun. */
  private static void warm() {
    if (HOUSE.count("SELECT count(*) FROM core.numbers") == 0) {
      HOUSE.hears(person(), "wamid.warm", EBC);
      HOUSE.settle();
    }
  }

  private static List<String> letters(String state) {
    return HOUSE.column(
        "SELECT d.id FROM dead_letters d WHERE d.state = ? AND reason LIKE '%Illegal%' ORDER BY at",
        state);
  }

  private static Map<String, Long> effects() {
    var counts = new HashMap<String, Long>();
    for (var table :
        List.of(
            "people",
            "aliases",
            "whatsapp_conversations",
            "whatsapp_messages",
            "core.leads",
            "scheduled_tasks",
            "decisions",
            "timeline_entries",
            "whatsapp_audit_logs",
            "outbox")) {
      counts.put(table, HOUSE.count("SELECT count(*) FROM " + table));
    }
    counts.put("done", HOUSE.count("SELECT count(*) FROM inbox WHERE state = 'done'"));
    counts.put("last", HOUSE.count("SELECT coalesce(max(last), 0) FROM core.numbers"));
    return counts;
  }

  private static long grown(String table, Map<String, Long> before, Map<String, Long> after) {
    return after.getOrDefault(table, 0L) - before.getOrDefault(table, 0L);
  }
}
