package travel.opslayer.capability.topic;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.capability.topic.TaskRepository.Task;
import travel.opslayer.sale.SaleTalk;

/** A colleague takes a question, to answer it by quoting what we say then. */
@Singleton
final class TakeTask implements ActionHandler {

  private final TaskRepository tasks;
  private final SaleTalk talk;

  TakeTask(TaskRepository tasks, SaleTalk talk) {
    this.tasks = tasks;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "take_task";
  }

  @Override
  public ActionResult run(ActionCall call) {
    return call.fact("tap_choice")
        .flatMap(it -> tasks.byCode(call.sql(), call.tenant(), it))
        .map(it -> taken(call, it))
        .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("topic/no_such_task"));
  }

  private ActionResult taken(ActionCall call, Task task) {
    var by = tasks.take(call.sql(), call.tenant(), task, call.person().id(), call.now());
    var colleague = by.equals(call.person().id()) ? null : by;
    return ActionResult.about(task.subject())
        .with("task", task.code())
        .with("topic", task.topic().replace('_', ' '))
        .with("lead", task.subject())
        .with(
            "name",
            talk.contact(call, task.person()).map(it -> it.person().firstName()).orElse(null))
        .with(
            "colleague",
            talk.contact(call, colleague).map(it -> it.person().firstName()).orElse(null))
        .noting("task_taken", "%s: %s.".formatted(task.code(), task.topic().replace('_', ' ')));
  }
}
