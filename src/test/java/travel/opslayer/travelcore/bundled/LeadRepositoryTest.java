package travel.opslayer.travelcore.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Talk;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.Leads.Wish;

class LeadRepositoryTest {

  private static final Instant NOW = Talk.at(0);

  private final Leads leads = Shipped.bean(Leads.class);
  private final int tenant = Shipped.tenant().id();
  private final UUID ana = Talk.id();

  private <T> T in(Function<Sql, T> work) {
    return Shipped.bean(Database.class).write(tenant, work);
  }

  private Wish wish(UUID person) {
    return new Wish(
        person,
        "EBC",
        "EBC-0315",
        2,
        LocalDate.of(2027, 3, 15),
        null,
        List.of("vegetarian"),
        "es",
        "whatsapp");
  }

  private Lead create(UUID turn) {
    return in(sql -> leads.create(sql, tenant, turn, wish(ana), NOW));
  }

  @Test
  void a_lead_is_what_was_wished() {
    var lead = create(Talk.id());

    assertThat(lead.state()).isEqualTo("new");
    assertThat(lead.product()).isEqualTo("EBC");
    assertThat(lead.party()).isEqualTo(2);
    assertThat(lead.wantedOn()).isEqualTo(LocalDate.of(2027, 3, 15));
    assertThat(lead.notes()).containsExactly("vegetarian");
    assertThat(lead.createdAt()).isEqualTo(NOW);
    assertThat(in(sql -> leads.byCode(sql, tenant, lead.code())).orElseThrow()).isEqualTo(lead);
  }

  @Test
  void the_same_turn_again_gives_the_lead_that_it_made() {
    var turn = Talk.id();
    var lead = create(turn);

    assertThat(create(turn)).isEqualTo(lead);
    assertThat(create(Talk.id()).id()).isNotEqualTo(lead.id());
    var open = in(sql -> leads.openOf(sql, tenant, List.of(ana)));
    assertThat(open).hasSize(2);
  }

  @Test
  void numbers_go_up_by_one_from_where_they_begin() {
    in(
        sql ->
            sql.update(
                "INSERT INTO core.numbers (tenant_id, series, last) VALUES (?, 'LD', 300)",
                tenant));

    assertThat(create(Talk.id()).code()).isEqualTo("LD-301");
    assertThat(create(Talk.id()).code()).isEqualTo("LD-302");
  }

  @Test
  void a_turn_that_is_undone_takes_its_number_along() {
    var first = create(Talk.id());
    assertThatThrownBy(
            () ->
                in(
                    sql -> {
                      leads.create(sql, tenant, Talk.id(), wish(ana), NOW);
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");

    var number = Integer.parseInt(first.code().substring(3));
    assertThat(create(Talk.id()).code()).isEqualTo("LD-" + (number + 1));
  }

  @Test
  void what_is_said_later_is_written_over_and_what_is_not_stays() {
    var lead = create(Talk.id());
    var more = new Wish(ana, null, null, 3, null, "cousin", List.of("altitude"), "en", "whatsapp");

    var refined = in(sql -> leads.refine(sql, tenant, lead, more, NOW.plusSeconds(5)));

    assertThat(refined.product()).isEqualTo("EBC");
    assertThat(refined.departure()).isEqualTo("EBC-0315");
    assertThat(refined.party()).isEqualTo(3);
    assertThat(refined.traveller()).isEqualTo("cousin");
    assertThat(refined.notes()).containsExactly("altitude", "vegetarian");
    assertThat(refined.language()).isEqualTo("es");
    assertThat(refined.lastAskedAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(refined.version()).isEqualTo(lead.version() + 1);
  }

  @Test
  void whoever_has_an_old_version_has_to_look_again() {
    var lead = create(Talk.id());
    var moved = in(sql -> leads.move(sql, tenant, lead, "qualified"));

    assertThatThrownBy(() -> in(sql -> leads.move(sql, tenant, lead, "lost")))
        .isInstanceOf(TryAgain.class)
        .hasMessageContaining(lead.code());
    assertThat(in(sql -> leads.move(sql, tenant, moved, "quoted")).state()).isEqualTo("quoted");
  }

  @Test
  void a_lead_is_given_to_somebody_and_moves_with_it() {
    var owner = Talk.id();
    var lead = create(Talk.id());

    var given = in(sql -> leads.assign(sql, tenant, lead, owner, "assigned"));

    assertThat(given.owner()).isEqualTo(owner);
    assertThat(given.state()).isEqualTo("assigned");
  }

  @Test
  void only_the_first_answer_and_the_first_request_count() {
    var lead = create(Talk.id());
    var once = in(sql -> leads.answered(sql, tenant, lead, NOW.plusSeconds(1)));
    var twice = in(sql -> leads.answered(sql, tenant, once, NOW.plusSeconds(2)));
    var asked = in(sql -> leads.quoteAsked(sql, tenant, twice, NOW.plusSeconds(3)));
    var again = in(sql -> leads.quoteAsked(sql, tenant, asked, NOW.plusSeconds(4)));

    assertThat(twice.answeredAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(again.quoteAskedAt()).isEqualTo(NOW.plusSeconds(3));
    assertThat(again.lastAskedAt()).isEqualTo(NOW.plusSeconds(4));
  }

  @Test
  void closed_leads_are_not_open_and_the_oldest_comes_first() {
    var first = create(Talk.id());
    var second = create(Talk.id());
    var lost = create(Talk.id());
    in(sql -> leads.move(sql, tenant, lost, "lost"));

    var open = in(sql -> leads.openOf(sql, tenant, List.of(ana, Talk.id())));
    var nobodys = in(sql -> leads.openOf(sql, tenant, List.of(Talk.id())));

    assertThat(open).extracting(Lead::code).containsExactly(first.code(), second.code());
    assertThat(nobodys).isEmpty();
  }

  @Test
  void several_are_found_by_their_codes_and_unknown_ones_are_left_out() {
    var lead = create(Talk.id());

    var found = in(sql -> leads.byCodes(sql, tenant, List.of(lead.code(), "LD-999999")));
    var none = in(sql -> leads.byCodes(sql, tenant, List.of()));

    assertThat(found).containsExactly(lead);
    assertThat(none).isEmpty();
  }

  @Test
  void two_tenants_have_numbers_and_leads_of_their_own() {
    var mine = create(Talk.id());
    var other = Shipped.tenant().id();
    var database = Shipped.bean(Database.class);

    var theirs =
        database.write(other, sql -> leads.create(sql, other, Talk.id(), wish(Talk.id()), NOW));
    var stolen = database.read(other, sql -> leads.byCode(sql, tenant, mine.code()));

    assertThat(theirs.code()).isEqualTo(mine.code());
    assertThat(theirs.id()).isNotEqualTo(mine.id());
    assertThat(stolen).isEmpty();
  }
}
