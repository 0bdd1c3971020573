package travel.opslayer.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import travel.opslayer.House;
import travel.opslayer.approval.Approvals.Request;
import travel.opslayer.approval.Vote.Counted;
import travel.opslayer.approval.Vote.Decided;
import travel.opslayer.approval.Vote.NotCounted;
import travel.opslayer.approval.Vote.Why;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;

@TestInstance(Lifecycle.PER_CLASS)
class ApprovalsTest {

  private static final int TENANT = 1;
  private static final Instant NOW = Instant.parse("2026-11-09T03:30:00Z");
  private static final UUID SARITA = UUID.randomUUID();
  private static final UUID ANITA = UUID.randomUUID();
  private static final UUID DEEPAK = UUID.randomUUID();
  private static final Set<String> MANAGER = Set.of("manager");

  private final House house = House.with(false, Map.of());
  private final Approvals approvals = house.bean(Approvals.class);
  private final Database database = house.bean(Database.class);

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void one_yes_is_enough_when_one_is_asked_for() {
    var it = ask(SARITA, 1);

    assertThat(votes(it, ANITA, true)).isInstanceOf(Decided.class);
    assertThat(now(it).state()).isEqualTo(Approval.APPROVED);
  }

  @Test
  void two_are_two_and_nobody_is_two() {
    var it = ask(SARITA, 2);

    assertThat(votes(it, ANITA, true))
        .isInstanceOfSatisfying(Counted.class, vote -> assertThat(vote.needed()).isEqualTo(1));
    assertThat(why(votes(it, ANITA, true))).isEqualTo(Why.VOTED_ALREADY);
    assertThat(now(it).state()).isEqualTo(Approval.PENDING);
    assertThat(votes(it, DEEPAK, true)).isInstanceOf(Decided.class);
  }

  @Test
  void one_no_is_enough() {
    var it = ask(SARITA, 2);

    assertThat(votes(it, ANITA, false)).isInstanceOf(Decided.class);
    assertThat(now(it).state()).isEqualTo(Approval.REJECTED);
    assertThat(why(votes(it, DEEPAK, true))).isEqualTo(Why.OVER);
  }

  @Test
  void nobody_agrees_to_their_own_request_whatever_the_code_does() {
    var it = ask(ANITA, 1);

    assertThat(why(votes(it, ANITA, true))).isEqualTo(Why.OWN_REQUEST);
    assertThatThrownBy(
            () ->
                write(
                    sql ->
                        sql.update(
                            """
                            INSERT INTO approval_votes
                              (tenant_id, approval_id, person_id, yes, turn_id, at)
                            VALUES (?, ?, ?, true, ?, ?)
                            """,
                            TENANT,
                            it.id(),
                            ANITA,
                            UUID.randomUUID(),
                            NOW)))
        .hasStackTraceContaining("nobody approves their own request");
    assertThat(now(it).votes()).isZero();
  }

  @Test
  void whoever_has_not_the_role_and_what_has_changed_do_not_count() {
    var it = ask(SARITA, 1);

    assertThat(why(vote(it, ANITA, Set.of("sales"), true, "10 %", NOW))).isEqualTo(Why.WRONG_ROLE);
    assertThat(why(vote(it, ANITA, MANAGER, true, "12 %", NOW))).isEqualTo(Why.CHANGED);
    assertThat(now(it).state()).isEqualTo(Approval.PENDING);
  }

  @Test
  void after_its_time_and_after_it_was_taken_back_nothing_counts() {
    var late = ask(SARITA, 1);
    var withdrawn = ask(SARITA, 1);
    write(sql -> approvals.cancel(sql, TENANT, withdrawn, NOW));

    assertThat(why(vote(late, ANITA, MANAGER, true, "10 %", NOW.plus(Duration.ofHours(4)))))
        .isEqualTo(Why.OVER);
    assertThat(why(votes(withdrawn, ANITA, true))).isEqualTo(Why.OVER);
    var tooEarly = write(sql -> approvals.expire(sql, TENANT, late, NOW));
    var inTime = write(sql -> approvals.expire(sql, TENANT, late, NOW.plus(Duration.ofHours(4))));
    var tooLate = write(sql -> approvals.cancel(sql, TENANT, late, NOW));
    assertThat(tooEarly).isEmpty();
    assertThat(inTime).isPresent();
    assertThat(tooLate).isEmpty();
  }

  @Test
  void what_is_asked_already_is_not_asked_twice() {
    var subject = "Q-" + UUID.randomUUID();
    var first = ask(UUID.randomUUID(), subject, SARITA, 1);

    assertThat(ask(UUID.randomUUID(), subject, SARITA, 1)).isEqualTo(first);
    assertThat(ask(first.id(), subject, SARITA, 1)).isEqualTo(first);
  }

  @Test
  void two_who_ask_for_the_same_at_once_ask_once() throws Exception {
    for (var round = 0; round < 20; round++) {
      var subject = "Q-" + UUID.randomUUID();
      var start = new CyclicBarrier(2);
      try (var threads = Executors.newFixedThreadPool(2)) {
        var both =
            Stream.of(SARITA, DEEPAK)
                .map(
                    person ->
                        threads.submit(
                            () -> {
                              start.await();
                              return ask(UUID.randomUUID(), subject, person, 1);
                            }))
                .toList();
        assertThat(both.getFirst().get().code()).isEqualTo(both.getLast().get().code());
      }
    }
  }

  @Test
  void what_nobody_answered_in_time_can_be_asked_again() {
    var subject = "Q-" + UUID.randomUUID();
    var first = ask(UUID.randomUUID(), subject, SARITA, 1);
    var later = NOW.plus(Duration.ofHours(5));
    var request =
        new Request(
            subject, "discount", "10 %", "again", SARITA, "manager", 1, later.plusSeconds(60));
    var second = write(sql -> approvals.ask(sql, TENANT, UUID.randomUUID(), request, later));

    assertThat(second.code()).isNotEqualTo(first.code());
    assertThat(now(first).state()).isEqualTo(Approval.EXPIRED);
    assertThat(vote(second, ANITA, MANAGER, true, "10 %", later)).isInstanceOf(Decided.class);
  }

  @Test
  void of_two_who_agree_at_once_one_decides() throws Exception {
    for (var round = 0; round < 30; round++) {
      var it = ask(SARITA, 2);
      var start = new CyclicBarrier(2);
      try (var threads = Executors.newFixedThreadPool(2)) {
        var both =
            Stream.of(ANITA, DEEPAK)
                .map(
                    person ->
                        threads.submit(
                            () -> {
                              start.await();
                              return votes(it, person, true);
                            }))
                .toList();
        var decided = 0;
        for (Future<Vote> vote : both) {
          decided += vote.get() instanceof Decided ? 1 : 0;
        }
        assertThat(decided).isEqualTo(1);
      }
      assertThat(now(it).votes()).isEqualTo(2);
    }
  }

  /** Beside a sheet of paper. */
  @Test
  void a_thousand_histories_end_as_they_should() {
    var random = new Random(20261109);
    var people = List.of(SARITA, ANITA, DEEPAK, UUID.randomUUID());
    for (var history = 0; history < 1000; history++) {
      var quorum = 1 + random.nextInt(3);
      var it = ask(SARITA, quorum);
      var agreed = new HashSet<UUID>();
      var state = Approval.PENDING;
      for (var step = 0; step < 6; step++) {
        var person = people.get(random.nextInt(people.size()));
        var yes = random.nextInt(5) > 0;
        votes(it, person, yes);
        if (state.equals(Approval.PENDING) && !yes && !agreed.contains(person)) {
          state = Approval.REJECTED;
        } else if (state.equals(Approval.PENDING) && yes && !person.equals(SARITA)) {
          agreed.add(person);
          state = agreed.size() >= quorum ? Approval.APPROVED : state;
        }
      }
      assertThat(now(it).state()).as("history %d", history).isEqualTo(state);
      assertThat(now(it).votes()).isEqualTo(agreed.size());
    }
  }

  private Approval ask(UUID requester, int quorum) {
    return ask(UUID.randomUUID(), "Q-" + UUID.randomUUID(), requester, quorum);
  }

  private Approval ask(UUID id, String subject, UUID requester, int quorum) {
    var until = NOW.plus(Duration.ofHours(4));
    var request =
        new Request(subject, "discount", "10 %", "for Maria", requester, "manager", quorum, until);
    return write(sql -> approvals.ask(sql, TENANT, id, request, NOW));
  }

  private Vote votes(Approval it, UUID person, boolean yes) {
    return vote(it, person, MANAGER, yes, "10 %", NOW);
  }

  private Vote vote(
      Approval it, UUID person, Set<String> roles, boolean yes, String content, Instant at) {
    return write(
        sql ->
            approvals.vote(
                sql, TENANT, UUID.randomUUID(), it, person, roles, yes, "fine", content, at));
  }

  private static Why why(Vote vote) {
    return ((NotCounted) vote).why();
  }

  private Approval now(Approval it) {
    return write(sql -> approvals.byCode(sql, TENANT, it.code())).orElseThrow();
  }

  private <T> T write(Function<Sql, T> work) {
    return database.write(TENANT, work);
  }
}
