package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import travel.opslayer.database.Database;
import travel.opslayer.payment.GatewayResult;
import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayState;
import travel.opslayer.payment.Refund;
import travel.opslayer.payment.till.EventRepository.Event;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.worker.Worker;

/**
 * Asks providers what is true. Events only say where to look: they come late, twice and in any
 * order, or not at all. What has changed is written down and told in one transaction; turns act
 * upon it. No provider is called within a transaction.
 */
@Singleton
public final class PaymentWorker implements Worker {

  /** A page that no event has spoken of is asked about after this time, then every hour. */
  private static final Duration SILENT = Duration.ofMinutes(10);

  private static final Duration HOURLY = Duration.ofHours(1);

  private final PaymentRepository rows;
  private final AttemptRepository attempts;
  private final EventRepository events;
  private final RefundRepository refunds;
  private final Gateways gateways;
  private final PaymentNews news;
  private final Database database;
  private final Tenants tenants;
  private final InstantSource clock;

  PaymentWorker(
      PaymentRepository rows,
      AttemptRepository attempts,
      EventRepository events,
      RefundRepository refunds,
      Gateways gateways,
      PaymentNews news,
      Database database,
      Tenants tenants,
      InstantSource clock) {
    this.rows = rows;
    this.attempts = attempts;
    this.events = events;
    this.refunds = refunds;
    this.gateways = gateways;
    this.news = news;
    this.database = database;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "payments";
  }

  @Override
  public int runOnce() {
    var done = 0;
    for (var tenant : tenants.all()) {
      done += events(tenant) + overdue(tenant) + leftOpen(tenant) + giveBack(tenant);
    }
    return done;
  }

  private int events(Tenant tenant) {
    var now = clock.instant();
    var due = database.write(tenant.id(), sql -> events.events(sql, tenant.id(), now));
    for (var event : due) {
      if (look(tenant, event)) {
        database.write(
            tenant.id(),
            sql -> {
              events.done(sql, tenant.id(), event, clock.instant());
              return event;
            });
      }
    }
    return due.size();
  }

  /** True when there is nothing more to ask about it. */
  private boolean look(Tenant tenant, Event event) {
    var found = new ArrayList<Attempt>();
    database.read(
        tenant.id(),
        sql -> {
          if (event.ref() != null) {
            attempts.attempt(sql, tenant.id(), event.provider(), event.ref()).ifPresent(found::add);
          }
          if (found.isEmpty() && event.payment() != null) {
            rows.byCodes(sql, tenant.id(), List.of(event.payment()))
                .forEach(it -> found.addAll(attempts.attempts(sql, tenant.id(), it)));
          }
          return found.size();
        });
    var all = true;
    for (var it : found) {
      all &= it.providerRef() == null || ask(tenant, it);
    }
    return all;
  }

  private int overdue(Tenant tenant) {
    var now = clock.instant();
    var overdue =
        database.write(
            tenant.id(),
            sql -> attempts.overdue(sql, tenant.id(), now.minus(SILENT), now.minus(HOURLY), now));
    overdue.forEach(it -> ask(tenant, it));
    return overdue.size();
  }

  /** False when the provider did not answer. One that is not set any more never does. */
  private boolean ask(Tenant tenant, Attempt attempt) {
    var gateway = gateways.named(attempt.provider());
    if (gateway.isEmpty() || attempt.providerRef() == null) {
      return true;
    }
    var result = gateway.get().fetch(attempt.providerRef());
    if (result instanceof Done<GatewayState>(var state)) {
      seen(tenant, attempt, state);
      return true;
    }
    return result instanceof Rejected<GatewayState>;
  }

  private void seen(Tenant tenant, Attempt attempt, GatewayState state) {
    var now = clock.instant();
    database.write(
        tenant.id(),
        sql -> {
          var changes = attempts.seen(sql, tenant.id(), attempt, state, now);
          if (changes.isPresent()) {
            // Two changes in one moment are two: what happens at the same time is told once.
            var at = now.truncatedTo(ChronoUnit.MILLIS).plus(changes.get(), ChronoUnit.MICROS);
            rows.byCodes(sql, tenant.id(), List.of(attempt.payment()))
                .forEach(
                    it -> news.tell(tenant.id(), "payment_news", attempt.code(), at, it.lane()));
          }
          return changes;
        });
  }

  /** What nobody shall pay any more is closed; who has paid meanwhile has paid. */
  private int leftOpen(Tenant tenant) {
    var now = clock.instant();
    var open = database.write(tenant.id(), sql -> attempts.leftOpen(sql, tenant.id(), now));
    var done = 0;
    for (var it : open) {
      var gateway = gateways.named(it.provider());
      if (gateway.isPresent() && it.providerRef() != null) {
        switch (gateway.get().cancel(it.providerRef())) {
          case Done<GatewayState>(var state) -> {
            seen(tenant, it, state);
            done++;
          }
          case Rejected<GatewayState> ignored -> ask(tenant, it);
          case GatewayResult.TryLater<GatewayState> ignored -> {}
          case GatewayResult.Unknown<GatewayState> ignored -> {}
        }
      }
    }
    return done;
  }

  private int giveBack(Tenant tenant) {
    var now = clock.instant();
    var due = database.write(tenant.id(), sql -> refunds.take(sql, tenant.id(), now));
    due.forEach(it -> giveBack(tenant, it));
    return due.size();
  }

  private void giveBack(Tenant tenant, Repayment refund) {
    var attempt =
        database.read(
            tenant.id(),
            sql ->
                rows.byCodes(sql, tenant.id(), List.of(refund.payment())).stream()
                    .flatMap(it -> attempts.attempts(sql, tenant.id(), it).stream())
                    .filter(it -> it.number() == refund.number())
                    .findFirst());
    var gateway = attempt.flatMap(it -> gateways.named(it.provider()));
    var ref = attempt.map(Attempt::paymentRef).orElse(null);
    if (gateway.isEmpty() || ref == null) {
      return;
    }
    switch (gateway.get().refund(refund.code(), ref, refund.amount())) {
      case Done<Refund>(var done) ->
          moved(
              tenant,
              refund,
              switch (done.status()) {
                case DONE -> Repayment.DONE;
                case PENDING -> Repayment.PENDING;
                case FAILED -> Repayment.FAILED;
              });
      case Rejected<Refund> ignored -> moved(tenant, refund, Repayment.FAILED);
      case GatewayResult.TryLater<Refund> ignored -> {}
      case GatewayResult.Unknown<Refund> ignored -> {}
    }
  }

  private void moved(Tenant tenant, Repayment refund, String state) {
    if (state.equals(refund.state())) {
      return;
    }
    var now = clock.instant();
    database.write(
        tenant.id(),
        sql -> {
          var moved = refunds.move(sql, tenant.id(), refund, refund.state(), state, now);
          moved
              .filter(it -> !state.equals(Repayment.PENDING))
              .ifPresent(it -> news.tell(tenant.id(), "refund_news", it.code(), now, it.lane()));
          return moved;
        });
  }
}
