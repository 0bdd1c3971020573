package travel.opslayer.facts.words;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a burst of messages says, as far as words tell. It holds meanings, never words of the
 * message.
 *
 * @param wishes meanings of sort wish, each once, in the order found
 * @param language ISO 639-1, null when nothing tells
 * @param product the product meant, null when none or when there are candidates
 * @param candidates codes of products between which only the person can choose; empty otherwise
 * @param party how many travel, 1 to 200
 * @param date when they want to travel
 * @param notes meanings of sort note, for example vegetarian
 * @param courtesies meanings of sort courtesy, for example thanks or yes
 * @param relation who else it is about, for example cousin
 * @param separate whether it is a case of its own
 * @param onlyCourtesy whether it only thanks, agrees or smiles, so that silence is an answer
 * @param codes public codes, in our spelling
 * @param words how many words and numbers there are
 * @param unknownWords how many of them nothing here could read
 * @param percent in basis points, such as 1000 for "10% off"; null when none is said
 * @param several what is asked beside, in the same burst
 * @param heads what colleagues in the field say of their guests
 */
public record Understanding(
    List<String> wishes,
    @Nullable String language,
    @Nullable Product product,
    List<String> candidates,
    @Nullable Integer party,
    @Nullable DateWish date,
    Set<String> notes,
    Set<String> courtesies,
    @Nullable String relation,
    boolean separate,
    boolean onlyCourtesy,
    List<String> codes,
    int words,
    int unknownWords,
    @Nullable Integer percent,
    Several several,
    Heads heads) {

  public Understanding(
      List<String> wishes,
      @Nullable String language,
      @Nullable Product product,
      List<String> candidates,
      @Nullable Integer party,
      @Nullable DateWish date,
      Set<String> notes,
      Set<String> courtesies,
      @Nullable String relation,
      boolean separate,
      boolean onlyCourtesy,
      List<String> codes,
      int words,
      int unknownWords) {
    this(
        wishes,
        language,
        product,
        candidates,
        party,
        date,
        notes,
        courtesies,
        relation,
        separate,
        onlyCourtesy,
        codes,
        words,
        unknownWords,
        null,
        Several.NOTHING,
        Heads.NOTHING);
  }

  /**
   * What may be a request of its own.
   *
   * @param topics meanings of sort topic, each once, in the order found
   * @param documents meanings of sort document: what something that is shown is
   * @param aside wishes that begin a sentence or half of one after the first wish
   * @param commands meanings of sort command, each once, in the order found; only colleagues give
   *     any
   * @param slip the command that the first word may be, written with a slip; null when it is none
   */
  public record Several(
      List<String> topics,
      List<String> documents,
      List<String> aside,
      List<String> commands,
      @Nullable String slip) {

    public static final Several NOTHING =
        new Several(List.of(), List.of(), List.of(), List.of(), null);
  }

  /** The same as a command of a colleague, which asks for nothing else. */
  public Understanding commanding() {
    return asking(List.of(), List.of(), true);
  }

  /** Something that a colleague has us say to many: none of its words is meant for us. */
  public boolean isSaidToMany() {
    return several.commands().contains(Clauses.SAID_TO_MANY);
  }

  /** The same as words for others, in which nobody answers, tells or asks us anything. */
  public Understanding announcing() {
    return new Understanding(
        List.of(),
        language,
        null,
        List.of(),
        null,
        null,
        Set.of(),
        Set.of(),
        null,
        false,
        false,
        codes,
        words,
        0,
        null,
        new Several(List.of(), List.of(), List.of(), List.of(Clauses.SAID_TO_MANY), null),
        Heads.NOTHING);
  }

  /** The same, asking for this alone; small words count for nothing then. */
  Understanding asking(List<String> wishes, List<String> topics, boolean small) {
    var kept = new HashSet<>(notes);
    if (!small) {
      kept.remove("no");
    }
    return new Understanding(
        wishes,
        language,
        product,
        candidates,
        party,
        date,
        Set.copyOf(kept),
        small ? courtesies : Set.of(),
        relation,
        separate,
        false,
        codes,
        words,
        unknownWords,
        percent,
        new Several(topics, several.documents(), List.of(), several.commands(), several.slip()),
        heads);
  }

  /** The same, and what is shown is what another says that it is. */
  public Understanding showing(Understanding other) {
    return with(new Several(List.of(), other.several.documents(), List.of(), List.of(), null));
  }

  /** The same, asking about nothing: colleagues name topics to each other and to customers. */
  public Understanding withoutTopics() {
    return several.topics().isEmpty()
        ? this
        : with(
            new Several(
                List.of(),
                several.documents(),
                several.aside(),
                several.commands(),
                several.slip()));
  }

  private Understanding with(Several other) {
    return new Understanding(
        wishes,
        language,
        product,
        candidates,
        party,
        date,
        notes,
        courtesies,
        relation,
        separate,
        onlyCourtesy,
        codes,
        words,
        unknownWords,
        percent,
        other,
        heads);
  }

  /** Is nothing asked for? A greeting is politeness. */
  public boolean isSilent() {
    return several.topics().isEmpty() && wishes.stream().allMatch("greet"::equals);
  }

  /** Is there nothing that may be a request beside the first? */
  public boolean isOne() {
    return several.topics().isEmpty() && several.aside().isEmpty();
  }

  /** Does it tell who, what or when? */
  boolean hasDetails() {
    return product != null || !candidates.isEmpty() || party != null || date != null;
  }

  /**
   * A product recognised.
   *
   * @param confidence 0.5 or more; 1 when its code or its whole name was written
   */
  public record Product(String code, double confidence) {}
}
