package travel.opslayer.capability.broadcast;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.broadcast.BroadcastRepository;
import travel.opslayer.broadcast.Counts;
import travel.opslayer.broadcast.Recipient;
import travel.opslayer.broadcast.RecipientRepository;
import travel.opslayer.capability.broadcast.Circle.Member;
import travel.opslayer.reply.Reply;
import travel.opslayer.reply.ReplyWriter;
import travel.opslayer.sale.SaleTalk;

/** What texts about broadcasts may say. */
@Singleton
final class BroadcastTalk {

  /** Where the tables say nothing. */
  private static final Duration USUAL = Duration.ofMinutes(10);

  private static final int SLOW = 10;

  private final BroadcastRepository broadcasts;
  private final RecipientRepository recipients;
  private final Audiences audiences;
  private final SaleTalk sale;
  private final ReplyWriter writer;

  BroadcastTalk(
      BroadcastRepository broadcasts,
      RecipientRepository recipients,
      Audiences audiences,
      SaleTalk sale,
      ReplyWriter writer) {
    this.broadcasts = broadcasts;
    this.recipients = recipients;
    this.audiences = audiences;
    this.sale = sale;
    this.writer = writer;
  }

  /** The one that the rules have seen. */
  Optional<Broadcast> meant(ActionCall call) {
    return call.fact("broadcast_code")
        .flatMap(it -> broadcasts.byCode(call.sql(), call.tenant(), it));
  }

  Optional<Circle> circle(ActionCall call, @Nullable String audience, @Nullable String about) {
    return audiences.find(
        call.sql(), call.tenant(), audience, about, call.person().id(), call.now());
  }

  Counts counts(ActionCall call, Broadcast it) {
    return recipients.counts(call.sql(), call.tenant(), it.id());
  }

  /** How many people a second, by the rules. */
  static int pace(ActionCall call) {
    return call.decision()
        .assigned("pace")
        .filter(it -> it.matches("[1-9]\\d{0,3}"))
        .map(Integer::valueOf)
        .orElse(SLOW);
  }

  static int waitSeconds(ActionCall call) {
    return (int) call.length("wait_for").orElse(USUAL).toSeconds();
  }

  static Duration answerWithin(ActionCall call) {
    return call.length("answer_within").orElse(USUAL);
  }

  @Nullable String name(ActionCall call, @Nullable UUID person) {
    return sale.contact(call, person).map(it -> it.person().firstName()).orElse(null);
  }

  /** Answers and choices name it in the version that they show. */
  ActionResult about(ActionCall call, Broadcast it) {
    return ActionResult.about(it.code())
        .as(it.version())
        .telling("broadcast_author", it.person())
        .with("broadcast", it.code())
        .with("audience", it.audience())
        .with("about", it.about())
        .with("author", name(call, it.person()));
  }

  /** About one who gets it. */
  ActionResult about(ActionCall call, Broadcast it, Recipient one) {
    return about(call, it)
        .telling("recipient", one.person())
        .showing("recipient", it.code() + '/' + one.number())
        .showing("broadcast_author", it.code() + '/' + one.number())
        .with("booking", one.about())
        .with("name", name(call, one.person()));
  }

  /** What people will read, how many of them, and who does not get it. */
  ActionResult shown(ActionCall call, Broadcast it, Circle circle) {
    var reached = circle.reached();
    var free = reached.stream().filter(one -> isFree(call, one)).count();
    return counted(
        about(call, it)
            .with("shown", reads(call, it, reached))
            .with("count", reached.size())
            .with("languages", languages(call, reached))
            .with("free", free)
            .with("closed", reached.size() - free),
        circle);
  }

  private static ActionResult counted(ActionResult result, Circle circle) {
    var left = circle.members().size() - circle.reached().size();
    return result
        .with("left", left == 0 ? null : left)
        .with("optedOut", some(circle.leftOut(Recipient.OPTED_OUT)))
        .with("noContact", some(circle.leftOut(Recipient.NO_CONTACT)))
        .with("unreachable", some(circle.leftOut(Recipient.UNREACHABLE)))
        .with("onHold", some(circle.leftOut(Recipient.ON_HOLD)));
  }

  static @Nullable Long some(long count) {
    return count == 0 ? null : count;
  }

  private static boolean isFree(ActionCall call, Member one) {
    return one.contact() != null && one.contact().windowOpen(call.now());
  }

  /** As most of them read it. */
  private String reads(ActionCall call, Broadcast it, List<Member> reached) {
    var text = it.audience().equals(Broadcast.GUESTS) ? "broadcast/guest" : "broadcast/crew";
    var most =
        byLanguage(call, reached).entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(call.desk().tenant().language());
    var values = told(call, it).values();
    return writer.write(new Reply(text, values, "", null), most).content().text();
  }

  /** What each of them reads. */
  ActionResult told(ActionCall call, Broadcast it) {
    return about(call, it).with("words", it.words());
  }

  private static Map<String, Long> byLanguage(ActionCall call, List<Member> reached) {
    var counts = new HashMap<String, Long>();
    for (var it : reached) {
      var known = it.contact() == null ? null : it.contact().person().language();
      counts.merge(known == null ? call.desk().tenant().language() : known, 1L, Long::sum);
    }
    return counts;
  }

  /** {@code 8 English, 3 Spanish}: the largest first. */
  private static String languages(ActionCall call, List<Member> reached) {
    return byLanguage(call, reached).entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            it ->
                it.getValue()
                    + " "
                    + Locale.forLanguageTag(it.getKey()).getDisplayLanguage(Locale.ENGLISH))
        .collect(Collectors.joining(", "));
  }

  /** What became of it so far. */
  ActionResult counted(ActionCall call, Broadcast it) {
    var counts = counts(call, it);
    return about(call, it)
        .with("gone", counts.gone())
        .with("kept", some(counts.waiting()))
        .with("sent", counts.sent())
        .with("delivered", counts.delivered())
        .with("failed", some(counts.failed()))
        .with("unsure", some(counts.unknown() + counts.open()))
        .with("left", some(counts.leftOut()));
  }
}
