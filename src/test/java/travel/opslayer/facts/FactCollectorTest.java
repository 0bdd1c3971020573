package travel.opslayer.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Talk;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.words.Understanding;
import travel.opslayer.tenant.Tenant;

class FactCollectorTest {

  private static final Understanding NOTHING =
      new Understanding(
          List.of(), null, null, List.of(), null, null, Set.of(), Set.of(), null, false, false,
          List.of(), 0, 0);

  /** The weather where they are. */
  public record WeatherFact(@Meaning("degrees") int warmth, @Meaning("does it rain?") boolean wet)
      implements Fact {}

  /** One that staff could not read about. */
  public record MuteFact(int warmth) implements Fact {}

  /** One that is not flat. */
  public record DeepFact(@Meaning("several") List<String> several) implements Fact {}

  /** Says something of the first turn only. */
  private record Weather(List<Integer> batches) implements FactSource {

    @Override
    public List<Class<? extends Fact>> kinds() {
      return List.of(WeatherFact.class);
    }

    @Override
    public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
      batches.add(asked.size());
      sheets.add(asked.getFirst(), new WeatherFact(-12, true));
    }
  }

  private static Asked asked(String words) {
    return new Asked(Talk.turn(Talk.contact("es"), Talk.text(0, words)), NOTHING, null, false);
  }

  private static List<Seen> collect(FactCollector collector, Asked... asked) {
    var desk =
        new Desk(
            new Tenant(1, "t", "T", ZoneOffset.UTC, "en"), Talk.at(0), new Parameters(Map.of()));
    return Shipped.bean(Database.class)
        .read(1, sql -> collector.collect(sql, List.of(asked), desk));
  }

  @Test
  void all_that_the_sources_see_of_a_turn_is_one_flat_situation() {
    var collector = new FactCollector(List.of(new TurnFacts(), new Weather(new ArrayList<>())));
    var seen = collect(collector, asked("one"), asked("two"));

    assertThat(seen.getFirst().situation().values())
        .containsEntry("weather_warmth", -12L)
        .containsEntry("weather_wet", true)
        .containsEntry("sender_role", "customer");
    assertThat(seen.getLast().situation().values())
        .doesNotContainKey("weather_warmth")
        .containsEntry("sender_role", "customer");
  }

  @Test
  void a_source_sees_a_whole_batch_at_once() {
    var weather = new Weather(new ArrayList<>());
    collect(new FactCollector(List.of(weather)), asked("one"), asked("two"), asked("three"));

    assertThat(weather.batches()).containsExactly(3);
  }

  @Test
  void the_vocabulary_is_that_of_all_sources_and_of_the_wish() {
    var collector = new FactCollector(List.of(new Weather(new ArrayList<>())));

    assertThat(collector.vocabulary().fields())
        .extracting(Field::name)
        .containsExactly("weather_warmth", "weather_wet", "wish_action");
  }

  @Test
  void every_field_that_ships_says_what_it_means() {
    assertThat(Shipped.bean(FactCollector.class).vocabulary().fields())
        .hasSizeGreaterThan(25)
        .allSatisfy(it -> assertThat(it.meaning()).as(it.name()).hasSizeGreaterThan(8));
  }

  @Test
  void a_fact_that_rules_could_not_use_is_refused_at_the_start() {
    assertThatThrownBy(() -> Vocabulary.of(List.of(MuteFact.class)))
        .hasMessageContaining("warmth of MuteFact", "@Meaning");
    assertThatThrownBy(() -> Vocabulary.of(List.of(DeepFact.class)))
        .hasMessageContaining("several of DeepFact", "a whole number");
    assertThatThrownBy(() -> Vocabulary.of(List.of(WeatherFact.class, WeatherFact.class)))
        .hasMessageContaining("Two facts have a field of one name");
  }
}
