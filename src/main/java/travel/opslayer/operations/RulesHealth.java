package travel.opslayer.operations;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import travel.opslayer.decision.RuleShelf;

/** Ready to answer once rules are in force. Messages are kept before, too. */
@Singleton
@Readiness
final class RulesHealth implements HealthIndicator {

  private final RuleShelf shelf;

  RulesHealth(RuleShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    var filled = shelf.isFilled();
    return Publishers.just(
        HealthResult.builder("rules", filled ? HealthStatus.UP : HealthStatus.DOWN)
            .details(Map.of("problems", shelf.problems().size()))
            .build());
  }
}
