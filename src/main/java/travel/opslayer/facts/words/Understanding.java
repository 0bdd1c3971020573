package travel.opslayer.facts.words;

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
    @Nullable Integer percent) {

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
        null);
  }

  /**
   * A product recognised.
   *
   * @param confidence 0.5 or more; 1 when its code or its whole name was written
   */
  public record Product(String code, double confidence) {}
}
