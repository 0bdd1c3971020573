package travel.opslayer.capability.consent;

import static travel.opslayer.consent.Consents.Category.ALL;
import static travel.opslayer.consent.Consents.Category.MARKETING;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.consent.Consents;
import travel.opslayer.consent.Consents.Category;

/** STOP and START, and what may be meant by them. */
@Factory
final class ChangesOfMind {

  /** Offers stop at once; what else may be meant is asked. */
  @Singleton
  ActionHandler optOut(Consents consents) {
    return new Change("opt_out", List.of(MARKETING), false, consents);
  }

  @Singleton
  ActionHandler optOutAll(Consents consents) {
    return new Change("opt_out_all", List.of(MARKETING, ALL), false, consents);
  }

  /** They keep what is about their own trip, even if they had stopped that too. */
  @Singleton
  ActionHandler keepService(Consents consents) {
    return new Change("keep_service", List.of(ALL), true, consents);
  }

  @Singleton
  ActionHandler optIn(Consents consents) {
    return new Change("opt_in", List.of(MARKETING, ALL), true, consents);
  }

  private record Change(String name, List<Category> categories, boolean in, Consents consents)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      consents.change(
          call.sql(),
          call.tenant(),
          call.asked().turn().id(),
          call.person().id(),
          categories,
          in,
          call.desk().now());
      return ActionResult.NOTHING;
    }
  }
}
