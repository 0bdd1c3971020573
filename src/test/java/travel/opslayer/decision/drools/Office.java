package travel.opslayer.decision.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.Form;
import travel.opslayer.decision.Names.Value.OneOf;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.language.Written;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Field.Type;
import travel.opslayer.facts.Meaning;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.Vocabulary;

/** A small tour office: its facts, its words and its rule folder, for all tests of this room. */
public final class Office {

  public static final Path FOLDER = Path.of("src/test/resources/rules/valids/office");
  public static final Instant NOON = Instant.parse("2026-11-08T12:00:00Z");

  private Office() {}

  /** What the sender is to the company. */
  public enum Role {
    CUSTOMER,
    GUIDE,
    SALES,
    MANAGER
  }

  /** Where a lead stands. */
  public enum State {
    NEW,
    OPEN,
    QUOTED,
    CLOSED
  }

  public record SenderFact(
      @Meaning("role") @Nullable Role role,
      @Meaning("ISO 639-1") @Nullable String language,
      @Meaning("works here") @Nullable Boolean staff)
      implements Fact {}

  public record WishFact(@Meaning("what is wanted") String action) implements Fact {}

  public record TapFact(@Meaning("action of the button") String action) implements Fact {}

  public record WordsFact(
      @Meaning("what the words say") @Nullable String wish,
      @Meaning("thanks or greets and no more") @Nullable Boolean onlyCourtesy)
      implements Fact {}

  public record ProductFact(
      @Meaning("whether one was named") boolean known, @Meaning("its code") @Nullable String code)
      implements Fact {}

  public record TimerFact(@Meaning("which one is due") String name) implements Fact {}

  public record MessageFact(@Meaning("text, image ...") String kind) implements Fact {}

  public record OfficeFact(@Meaning("somebody is in") boolean open) implements Fact {}

  public record DepartureFact(@Meaning("free, few, full") String state) implements Fact {}

  public record PartyFact(@Meaning("people who travel") int size) implements Fact {}

  public record LeadFact(
      @Meaning("where it stands") @Nullable State state,
      @Meaning("the sender's") @Nullable Boolean own,
      @Meaning("the message quotes a notice of it") @Nullable Boolean quoted,
      @Meaning("somebody has answered") @Nullable Boolean answered,
      @Meaning("a timer runs") @Nullable Boolean timerRunning)
      implements Fact {}

  public static final Vocabulary VOCABULARY = vocabulary();

  public static final Terms TERMS =
      new Terms(
          VOCABULARY,
          List.of("ask_price", "ask_quote", "send_quote", "remind_owner", "keep_quiet"),
          List.of(
              "lead/new",
              "lead/waiting",
              "price/open",
              "price/full",
              "office/closed",
              "refused/lead_closed",
              "refused/not_yours"),
          List.of("first_reply", "first_reply_due"),
          List.of("owner", "manager"),
          List.of("new", "open", "quoted", "closed"),
          Names.of("lead_owner")
              .lengths("offer_for")
              .shares("deposit")
              .counts("quorum")
              .with(Form.MONEY, "pay")
              .with(Form.ROLE, "decider")
              .with(new OneOf(List.of("skip", "wait")), "fit")
              .with(Form.ACTION, "wish"));

  public static List<RuleFile> files() {
    return files(FOLDER);
  }

  /** With one file in the place of its namesake, or more. */
  public static List<RuleFile> filesWith(RuleFile... changed) {
    var files = new HashMap<String, RuleFile>();
    files().forEach(it -> files.put(it.name(), it));
    List.of(changed).forEach(it -> files.put(it.name(), it));
    return List.copyOf(files.values());
  }

  /** The schemas and the parameters alone, and what is given. */
  public static List<RuleFile> bareWith(RuleFile... added) {
    var files = new ArrayList<>(files());
    files.removeIf(it -> !it.name().startsWith("_schema/") && !it.name().equals("parameters.csv"));
    files.addAll(List.of(added));
    return files;
  }

  public static List<RuleFile> files(Path folder) {
    try (var all = Files.walk(folder)) {
      var files = new ArrayList<RuleFile>();
      for (var it : all.filter(Files::isRegularFile).sorted().toList()) {
        var name = folder.relativize(it).toString();
        var counts = name.endsWith(".csv") || name.endsWith(".drl") || name.endsWith(".xlsx");
        if (counts || (name.startsWith("_schema") && name.endsWith(".yaml"))) {
          files.add(new RuleFile(name, Files.readAllBytes(it)));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RuleFile file(String name, String text) {
    return new RuleFile(name, text.getBytes(UTF_8));
  }

  /** Read, not compiled. */
  public static Written read(List<RuleFile> files) {
    return new FolderReader().read(files, TERMS);
  }

  public static Release release(List<RuleFile> files) {
    return switch (new DroolsReleaseMaker().make(files, TERMS, NOON)) {
      case Made(var release) -> release;
      case Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  /** What files say, compiled by nobody. */
  public static Written written(List<RuleFile> files) {
    return new FolderReader().read(files, TERMS);
  }

  public static List<Problem> problems(RuleFile... files) {
    return switch (new DroolsReleaseMaker().make(bareWith(files), TERMS, NOON)) {
      case Made _ -> List.of();
      case Refused(var problems) -> problems;
    };
  }

  /** Fields and values in turn. */
  public static Situation situation(Object... fieldsAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (var i = 0; i < fieldsAndValues.length; i += 2) {
      values.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    return new Situation(values);
  }

  private static Vocabulary vocabulary() {
    var fields =
        new ArrayList<>(
            Vocabulary.of(
                    List.of(
                        SenderFact.class,
                        WishFact.class,
                        TapFact.class,
                        WordsFact.class,
                        ProductFact.class,
                        TimerFact.class,
                        MessageFact.class,
                        OfficeFact.class,
                        DepartureFact.class,
                        PartyFact.class,
                        LeadFact.class))
                .fields());
    fields.add(new Field("lead_new", Type.YES_NO, List.of(), "made by this message"));
    fields.add(new Field("lead_silence", Type.NUMBER, List.of(), "seconds since anybody wrote"));
    fields.add(new Field("trip_start", Type.NUMBER, List.of(), "a day, such as 20270315"));
    fields.add(new Field("trip_holiday", Type.TEXT, List.of(), "a day, such as 2027-03-15"));
    fields.add(new Field("quote_total", Type.NUMBER, List.of(), "in minor units"));
    fields.add(new Field("quote_currency", Type.TEXT, List.of(), "ISO 4217"));
    return new Vocabulary(fields);
  }
}
