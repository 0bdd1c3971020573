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
import travel.opslayer.pipeline.OtherNodes;

/**
 * Ready to answer once rules are in force, and as long as they are those of the other nodes.
 * Messages are kept meanwhile, too.
 */
@Singleton
@Readiness
final class RulesHealth implements HealthIndicator {

  private final RuleShelf shelf;
  private final OtherNodes nodes;

  RulesHealth(RuleShelf shelf, OtherNodes nodes) {
    this.shelf = shelf;
    this.nodes = nodes;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    var ready = shelf.isFilled() && !nodes.isLeftBehind();
    return Publishers.just(
        HealthResult.builder("rules", ready ? HealthStatus.UP : HealthStatus.DOWN)
            .details(Map.of("problems", shelf.problems().size()))
            .build());
  }
}
