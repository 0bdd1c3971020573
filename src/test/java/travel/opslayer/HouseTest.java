package travel.opslayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HouseTest {

  @Test
  void a_message_by_meta_becomes_a_lead_and_one_answer() {
    try (var provider = new Provider();
        var house = House.meta(provider)) {
      house.hears("34600000199", "wamid.1", "Interested in EBC Trek for 2 people");
      house.settle();
      assertThat(house.rows("SELECT product, party FROM core.leads"))
          .containsExactly(Map.of("product", "EBC", "party", "2"));
      assertThat(provider.callsTo("34600000199")).hasSize(1);
      house.restart();
      house.settle();
      assertThat(provider.callsTo("34600000199")).hasSize(1);
    }
  }
}
