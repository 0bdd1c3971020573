package travel.opslayer.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Quotes.Quoted;
import travel.opslayer.database.Database;
import travel.opslayer.tenant.Tenant;

class QuotesTest {

  private final Tenant tenant = Shipped.tenant();
  private final Contact ana = Talk.contact("es");

  private Map<UUID, Quoted> quoted(Tenant of, Turn... turns) {
    return Shipped.bean(Database.class)
        .read(
            of.id(), sql -> Shipped.bean(Quotes.class).of(sql, of.id(), java.util.List.of(turns)));
  }

  private Turn quoting(Contact who, String message) {
    return Talk.turn(tenant, who, Talk.quoting(0, "este", message));
  }

  @Test
  void a_quoted_message_of_ours_tells_what_it_was_about() {
    Talk.sent(tenant, ana, "wamid.A", "LD-301");
    var turn = quoting(ana, "wamid.A");

    assertThat(quoted(tenant, turn)).containsOnlyKeys(turn.id());
    assertThat(quoted(tenant, turn).values()).extracting(Quoted::subject).containsExactly("LD-301");
  }

  @Test
  void one_that_was_about_nothing_is_quoted_all_the_same() {
    Talk.sent(tenant, ana, "wamid.B", null);
    var turn = quoting(ana, "wamid.B");

    assertThat(quoted(tenant, turn).values()).extracting(Quoted::subject).containsExactly("");
  }

  @Test
  void nobody_quotes_a_message_to_somebody_else() {
    Talk.sent(tenant, ana, "wamid.C", "LD-301");

    assertThat(quoted(tenant, quoting(Talk.contact("es"), "wamid.C"))).isEmpty();
  }

  @Test
  void an_id_that_is_not_ours_or_of_another_tenant_quotes_nothing() {
    Talk.sent(tenant, ana, "wamid.D", "LD-301");

    assertThat(quoted(tenant, quoting(ana, "wamid.E"))).isEmpty();
    assertThat(quoted(Shipped.tenant(), quoting(ana, "wamid.D"))).isEmpty();
  }

  @Test
  void each_turn_of_a_batch_gets_its_own() {
    var bob = Talk.contact("en");
    Talk.sent(tenant, ana, "wamid.F", "LD-1");
    Talk.sent(tenant, bob, "wamid.G", "LD-2");
    var first = quoting(ana, "wamid.F");
    var second = quoting(bob, "wamid.G");
    var third = Talk.turn(tenant, bob, Talk.text(0, "hello"));

    var found = quoted(tenant, first, second, third);

    assertThat(found).containsOnlyKeys(first.id(), second.id());
    assertThat(found.get(second.id())).extracting(Quoted::subject).isEqualTo("LD-2");
  }
}
