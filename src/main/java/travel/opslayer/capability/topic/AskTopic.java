package travel.opslayer.capability.topic;

import jakarta.inject.Singleton;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.capability.topic.TaskRepository.Asking;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Money;

/** A customer asks about something: a text answers, and where rules say so a colleague does. */
@Singleton
final class AskTopic implements ActionHandler {

  private static final Period USUAL = Period.ofDays(30);

  private final Leads leads;
  private final SaleTalk talk;
  private final TaskRepository tasks;

  AskTopic(Leads leads, SaleTalk talk, TaskRepository tasks) {
    this.leads = leads;
    this.talk = talk;
    this.tasks = tasks;
  }

  @Override
  public String name() {
    return "ask_topic";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var topic = call.fact("topic_name").orElse("");
    var lead = call.fact("lead_code").flatMap(it -> leads.byCode(call.sql(), call.tenant(), it));
    var result =
        about(call, lead.orElse(null))
            .with("deposit", call.decision().assigned("deposit").orElse(null))
            .with(
                "all",
                call.share("deposit").filter(it -> it == Money.WHOLE).map(it -> "yes").orElse(null))
            .noting("asked", "The customer asked about: %s.".formatted(spoken(topic)));
    if (call.decision().notices().isEmpty()) {
      return result;
    }
    var asking =
        new Asking(
            lead.map(Lead::code).orElse(null),
            topic,
            call.person().id(),
            lead.map(Lead::owner).orElse(null));
    return result.with(
        "task", tasks.open(call.sql(), call.tenant(), call.id("task"), asking, call.now()));
  }

  private ActionResult about(ActionCall call, @Nullable Lead lead) {
    var name = call.person().firstName();
    if (lead == null) {
      return ActionResult.about(null).with("name", name);
    }
    var owner = talk.contact(call, lead.owner());
    var starts =
        Optional.ofNullable(lead.departure())
            .flatMap(it -> talk.departure(call, it))
            .map(Departure::startsOn);
    var before = call.length("balance_before").map(it -> Period.ofDays((int) it.toDays()));
    return ActionResult.about(lead.code())
        .telling("owner", lead.owner())
        .telling("customer", lead.person())
        .with("lead", lead.code())
        .with("name", name)
        .with("owner", owner.map(it -> it.person().firstName()).orElse(null))
        .with(
            "restDay", // where that day is over, the text says so without one
            starts
                .map(it -> it.minus(before.orElse(USUAL)))
                .filter(it -> it.isAfter(call.desk().today()))
                .orElse(null));
  }

  private static String spoken(String topic) {
    return topic.replace('_', ' ');
  }
}
