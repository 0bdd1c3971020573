package travel.opslayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import travel.opslayer.Provider.Reaction;

/** Nothing personal gets into a log, whatever goes wrong, and none into a table in clear. */
class PrivacyTest {

  private static final String NUMBER = "34699887766";
  private static final String NAME = "Zebulon Quixwort";
  private static final String WORDS = "xylophonically";
  private static final List<String> MARKERS = List.of(NUMBER, "Zebulon", "Quixwort", WORDS);

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Test
  void a_day_full_of_trouble_leaves_nobody_in_the_logs_and_nothing_in_clear() {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var ours = (Logger) LoggerFactory.getLogger("travel.opslayer");
    var before = ours.getLevel();
    var ear = new Ear();
    ear.setContext(root.getLoggerContext());
    ear.start();
    root.addAppender(ear);
    ours.setLevel(Level.DEBUG);
    try {
      atMeta();
      inTheSandbox();
    } finally {
      ours.setLevel(before);
      root.detachAppender(ear);
    }
    assertThat(lines).isNotEmpty();
    for (var marker : MARKERS) {
      assertThat(lines).noneMatch(it -> it.contains(marker));
    }
  }

  private void atMeta() {
    try (var provider = new Provider();
        var house = House.with(false, settings(provider))) {
      says(house, "m1", "Interested in EBC Trek for 2 people, " + WORDS);
      house.settle();
      var poisoned = house.bean(Saboteur.class);
      poisoned.does(
          it -> {
            throw new IllegalStateException("I must not repeat: " + it);
          });
      says(house, "m2", WORDS);
      for (var i = 0; i < 3; i++) {
        house.settle();
        house.move(Duration.ofSeconds(5));
      }
      poisoned.does(it -> {});
      house.execute(
          "ALTER TABLE decisions ADD CONSTRAINT trouble CHECK (wish <> 'opt_out') NOT VALID");
      says(house, "m3", "STOP");
      house.settle();
      house.execute("ALTER TABLE decisions DROP CONSTRAINT trouble");
      misbehave(provider, house);
      assertThat(house.webhook("{\"from\":\"" + NUMBER + "\" " + WORDS)).isEqualTo(200);
      var body = MetaWebhook.text(NUMBER, "m5", house.now(), WORDS).getBytes(UTF_8);
      assertThat(house.post("/api/whatsapp/webhook", body).statusCode()).isEqualTo(401);
      house.webhook(MetaWebhook.statuses("failed", house.now(), List.of("wamid." + NUMBER, WORDS)));
      house.settle();
      house.databaseAway();
      try {
        house.webhook(MetaWebhook.text(NUMBER, "m6", house.now(), WORDS));
      } finally {
        house.databaseBack();
      }
      house.settle();
      assertNothingInClear(house);
    }
  }

  private static void misbehave(Provider provider, House house) {
    for (var reaction :
        List.of(
            new Reaction.HangUp(),
            new Reaction.Answer(200, "{\"to\":\"" + NUMBER + "\"}"),
            new Reaction.Answer(500, WORDS),
            new Reaction.Answer(
                400,
                "{\"error\":{\"code\":131026,\"message\":\"" + NUMBER + " " + NAME + "\"}}"))) {
      provider.behave(reaction);
      house.move(Duration.ofMinutes(1));
      says(house, "m4" + provider.calls().size(), "hello " + WORDS);
      house.settle();
    }
  }

  private static HashMap<String, Object> settings(Provider provider) {
    var all = new HashMap<>(House.metaSettings(provider.address()));
    all.put("opslayer.saboteur", "true");
    return all;
  }

  private static void says(House house, String id, String text) {
    var message = MetaWebhook.message(NUMBER, "wamid." + id, house.now(), text);
    var change = MetaWebhook.change(NUMBER, NAME, message);
    var status = house.webhook(MetaWebhook.body(List.of(MetaWebhook.entry(List.of(change)))));
    assertThat(status).isEqualTo(200);
  }

  private void inTheSandbox() {
    try (var house = House.sandbox()) {
      for (var body :
          List.of(
              "{\"from\":\"+%s\",\"name\":\"%s\",\"text\":\"EBC for 2, %s\"}",
              "{\"from\":\"+%s\",\"name\":\"%s\",\"text\":\"%s\",\"button\":\"x\"}",
              "{\"from\":\"%s\" \"name\":\"%s\",\"text\":\"%s\"",
              "{\"from\":\"x%s\",\"sentAt\":\"%s\",\"text\":\"%s\"}",
              "[\"%s\",\"%s\",\"%s\"]")) {
        house.post(
            "/sandbox/messages",
            body.formatted(NUMBER, NAME, WORDS).getBytes(UTF_8),
            "Content-Type",
            "application/json");
      }
      house.settle();
      house.get("/sandbox/messages?to=%2B" + NUMBER);
      assertThat(house.get("/sandbox/messages?to=" + WORDS).statusCode()).isEqualTo(400);
      assertThat(house.count("SELECT count(*) FROM core.leads")).isOne();
      assertNothingInClear(house);
    }
  }

  /** Text, and bytes that are text, in every row of every table. */
  private static void assertNothingInClear(House house) {
    var tables =
        house.column(
            """
            SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
            WHERE table_schema IN ('public', 'core') AND table_type = 'BASE TABLE'
            """);
    assertThat(tables).hasSizeGreaterThan(20);
    for (var table : tables) {
      var rows = house.column("SELECT t::text FROM %s t".formatted(table));
      for (var marker : MARKERS) {
        var bytes = HexFormat.of().formatHex(marker.getBytes(UTF_8));
        assertThat(rows)
            .as("%s in %s", marker, table)
            .noneMatch(it -> it.contains(marker) || it.contains(bytes))
            .noneMatch(it -> it.toLowerCase(Locale.ROOT).contains(marker));
      }
    }
  }

  /** Hears all that is logged. */
  private final class Ear extends AppenderBase<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(
          event.getLoggerName()
              + ' '
              + event.getFormattedMessage()
              + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
  }
}
