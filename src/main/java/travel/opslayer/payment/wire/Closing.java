package travel.opslayer.payment.wire;

import java.util.function.Supplier;
import travel.opslayer.payment.GatewayResult;
import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayState;

/** What became of closing a page: providers refuse what is closed already, whatever closed it. */
public final class Closing {

  private Closing() {}

  /**
   * @param told what the provider said to it
   * @param look how it stands, when the provider refused
   */
  public static GatewayResult<GatewayState> of(
      GatewayResult<GatewayState> told, Supplier<GatewayResult<GatewayState>> look) {
    return told instanceof Rejected<GatewayState> refused
        ? look.get().then(it -> judged(it, refused))
        : told.then(it -> judged(it, new Rejected<>("open", "It stayed open.")));
  }

  private static GatewayResult<GatewayState> judged(
      GatewayState state, Rejected<GatewayState> refused) {
    if (state.paid().minor() > 0) {
      return new Rejected<>("paid", "It is paid (%s).".formatted(state.status().word()));
    }
    return state.status().canBePaid() ? refused : new Done<>(state);
  }
}
