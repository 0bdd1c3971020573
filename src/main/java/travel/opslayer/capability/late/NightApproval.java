package travel.opslayer.capability.late;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.ApprovableObject;
import travel.opslayer.action.Moves;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.trip.ExtraNight;
import travel.opslayer.trip.ExtraNightRepository;

/** Somebody agrees to a night beyond the plan. */
@Singleton
final class NightApproval extends ApprovableObject<ExtraNight> {

  static final String ACTION = "extra_night";

  private final ExtraNightRepository rows;
  private final Conversations conversations;

  NightApproval(ExtraNightRepository rows, Conversations conversations) {
    super(ACTION);
    this.rows = rows;
    this.conversations = conversations;
  }

  static String content(ExtraNight it) {
    return "%s on %s: %d for %s".formatted(it.code(), it.trip(), it.nights(), it.party());
  }

  @Override
  protected Optional<ExtraNight> find(ActionCall call, String code) {
    return rows.byCode(call.sql(), call.tenant(), code);
  }

  @Override
  protected boolean waits(ExtraNight it) {
    return it.state().equals(ExtraNight.ASKED);
  }

  @Override
  protected String words(ExtraNight it) {
    return content(it);
  }

  @Override
  protected Optional<ExtraNight> agree(ActionCall call, ExtraNight it) {
    return Moves.to(call, "night").flatMap(to -> rows.move(call.sql(), call.tenant(), it, to));
  }

  @Override
  protected Optional<ExtraNight> refuse(ActionCall call, ExtraNight it) {
    return agree(call, it); // which of both it is, the tables of states say
  }

  @Override
  protected Glance glance(ActionCall call, ExtraNight it) {
    return new Glance("extra night", "%s: %d".formatted(it.trip(), it.nights()));
  }

  @Override
  protected ActionResult about(ActionCall call, ExtraNight it) {
    var worker =
        conversations.byPerson(call.sql(), call.tenant(), List.of(it.person())).stream()
            .flatMap(one -> Stream.ofNullable(one.person().firstName()))
            .findFirst();
    return Nights.about(ActionResult.about(it.trip()), it)
        .with("trip", it.trip())
        .with("worker", worker.orElse(null));
  }
}
