package travel.opslayer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Talk;
import travel.opslayer.database.Database;
import travel.opslayer.decision.Verdict.Forbid;
import travel.opslayer.decision.Verdict.MoveTo;
import travel.opslayer.decision.Verdict.Permit;
import travel.opslayer.decision.Verdict.Require;
import travel.opslayer.facts.Situation;
import travel.opslayer.tenant.Tenant;

class DecisionRepositoryTest {

  private static final Instant NOW = Talk.at(0);

  private final Tenant tenant = Shipped.tenant();
  private final Database database = Shipped.bean(Database.class);
  private final Situation situation =
      new Situation(Map.of("sender_role", "customer", "trip_party", 2L, "office_open", true));

  private Decision decision(String wish, Verdict... verdicts) {
    var hits = Stream.of(verdicts).map(it -> new Hit("permit row 2", "permit.csv!2", it)).toList();
    return new Decision(situation, "abc", wish, hits, 42);
  }

  private Map<String, String> saved(DecisionRecord kept) {
    database.change(
        tenant.id(),
        sql -> Shipped.bean(DecisionRepository.class).save(sql, tenant.id(), List.of(kept), NOW));
    var columns =
        "release wish outcome facts rules permits refusals requirements transition effects micros";
    return database
        .read(
            tenant.id(),
            sql ->
                sql.list(
                    "SELECT * FROM decisions WHERE id = ?",
                    row ->
                        Stream.of(columns.split(" "))
                            .collect(
                                java.util.stream.Collectors.toMap(
                                    it -> it, it -> String.valueOf(row.textOrNull(it)))),
                    kept.id()))
        .getFirst();
  }

  private static DecisionRecord record(Decision decision) {
    return new DecisionRecord(
        Talk.id(),
        decision,
        null,
        "LD-301",
        List.of(new TreeMap<>(Map.of("verb", "reply", "what", "a"))));
  }

  @Test
  void it_is_kept_as_it_was_and_can_be_decided_again() throws IOException {
    var kept = saved(record(decision("cancel", new Permit("cancel"), new MoveTo("lost"))));

    assertThat(kept)
        .containsEntry("release", "abc")
        .containsEntry("wish", "cancel")
        .containsEntry("outcome", "permitted")
        .containsEntry("micros", "42")
        .containsEntry("permits", "[{\"action\":\"cancel\",\"rule\":\"permit row 2\"}]")
        .containsEntry("rules", "[{\"rule\":\"permit row 2\",\"source\":\"permit.csv!2\"}]")
        .containsEntry("transition", "{\"to\":\"lost\"}")
        .containsEntry("effects", "[{\"verb\":\"reply\",\"what\":\"a\"}]");
    var facts =
        Shipped.bean(ObjectMapper.class)
            .readValue(
                String.valueOf(kept.get("facts")), Argument.mapOf(String.class, Object.class));
    assertThat(Shipped.release().vocabulary().read(facts)).isEqualTo(situation);
  }

  @Test
  void a_refusal_is_kept_with_the_rule_that_said_so_or_with_nobody() {
    var forbidden =
        saved(record(decision("cancel", new Permit("cancel"), new Forbid("cancel", "refused/x"))));
    var silent = saved(record(decision("cancel")));

    assertThat(forbidden)
        .containsEntry("outcome", "refused")
        .extractingByKey("refusals")
        .asString()
        .contains("\"reason\":\"refused/x\"", "permit row 2");
    assertThat(silent)
        .containsEntry("outcome", "refused")
        .extractingByKey("refusals")
        .asString()
        .contains("refused/nobody_permits", "\"rule\":\"\"");
  }

  @Test
  void a_requirement_is_kept_as_such() {
    var kept =
        saved(record(decision("cancel", new Permit("cancel"), new Require("cancel", "approval"))));

    assertThat(kept.get("requirements")).contains("\"condition\":\"approval\"");
    assertThat(kept).containsEntry("outcome", "refused");
  }

  @Test
  void where_nothing_was_asked_nothing_was_refused() {
    var kept = saved(record(decision(Decision.NO_WISH)));

    assertThat(kept)
        .containsEntry("outcome", "nothing")
        .containsEntry("refusals", "[]")
        .containsEntry("transition", "null");
  }

  @Test
  void nobody_but_the_tenant_sees_it() {
    var kept = record(decision("cancel", new Permit("cancel")));
    saved(kept);

    var seen =
        database.read(
            Shipped.tenant().id(),
            sql ->
                sql.list(
                    "SELECT wish FROM decisions WHERE id = ?", row -> row.text("wish"), kept.id()));

    assertThat(seen).isEmpty();
  }
}
