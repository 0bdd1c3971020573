package travel.opslayer.decision.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Condition.Unknown;

class SentencesTest {

  @Test
  void a_condition_reads_like_a_sentence() {
    var many = new Compare("party_size", Operator.AT_LEAST, 8L);
    var own = new Compare("lead_own", Operator.EQUAL, true);

    assertThat(Sentences.of(many)).isEqualTo("party_size is at least 8");
    assertThat(Sentences.of(own)).isEqualTo("lead_own is yes");
    assertThat(Sentences.of(new OneOf("sender_role", List.of("sales", "field", "manager"))))
        .isEqualTo("sender_role is sales, field or manager");
    assertThat(Sentences.of(new NoneOf("sender_role", List.of("sales", "field"))))
        .isEqualTo("sender_role is neither sales nor field");
    assertThat(Sentences.of(new All(List.of(new Known("lead_code"), many))))
        .isEqualTo("lead_code is known and party_size is at least 8");
    assertThat(Sentences.of(new Any(List.of(new Unknown("lead_code"), own))))
        .isEqualTo("lead_code is unknown or lead_own is yes");
  }

  @Test
  void a_condition_is_about_one_field_or_about_several() {
    var own = new Compare("lead_own", Operator.EQUAL, true);

    assertThat(Sentences.field(own)).contains("lead_own");
    assertThat(Sentences.field(new Unknown("lead_code"))).contains("lead_code");
    assertThat(Sentences.field(new Any(List.of(new Unknown("lead_code"), own)))).isEmpty();
  }
}
