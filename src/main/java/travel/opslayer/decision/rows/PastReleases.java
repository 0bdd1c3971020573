package travel.opslayer.decision.rows;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.language.Reader;
import travel.opslayer.decision.language.Written;
import travel.opslayer.decision.tables.WrittenRows;

/**
 * Releases that were in force once, and folders that are not: asked row by row, since to compile
 * one takes longer than to ask it a thousand times.
 */
public final class PastReleases {

  /** What is explained together is mostly of one or two releases. */
  private static final int KEPT = 8;

  private final Reader reader;
  private final Supplier<Terms> terms;
  private final ReleaseRepository releases;
  private final Map<String, Past> past = Collections.synchronizedMap(new Newest());

  public PastReleases(Reader reader, Supplier<Terms> terms, ReleaseRepository releases) {
    this.reader = reader;
    this.terms = terms;
    this.releases = releases;
  }

  /** A release that can be asked, and all that its files say. */
  public record Past(Release release, Written written, List<RuleFile> files) {

    /** The rows of rules that fired, as their authors wrote them, by source. */
    public Map<String, Map<String, String>> rows(List<String> sources) {
      var rows = new LinkedHashMap<String, Map<String, String>>();
      files.forEach(it -> rows.putAll(WrittenRows.of(it, sources)));
      return rows;
    }
  }

  /**
   * Empty when it was never kept here, or names words that have gone since, such as a text that was
   * deleted: it can then no longer be asked.
   */
  public Optional<Past> find(int tenant, String hash) {
    var known = past.get(tenant + hash);
    if (known != null) {
      return Optional.of(known);
    }
    var found = releases.files(tenant, hash).map(it -> of(hash, it)).filter(PastReleases::isWhole);
    found.ifPresent(it -> past.put(tenant + hash, it));
    return found;
  }

  /** Of files that are not in force; look at its problems first. */
  public Past of(String name, List<RuleFile> files) {
    var written = reader.read(files, terms.get());
    var release =
        new Release(
            name,
            Instant.EPOCH,
            files.stream().map(RuleFile::name).sorted().toList(),
            written.lexicon().terms().fields(),
            new RowBook(written.rules()),
            written.parameters(),
            written.phrases(),
            List.of(),
            written.label());
    return new Past(release, written, files);
  }

  private static boolean isWhole(Past past) {
    return past.written().problems().isEmpty();
  }

  private static final class Newest extends LinkedHashMap<String, Past> {

    private static final long serialVersionUID = 1L;

    Newest() {
      super(KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Past> eldest) {
      return size() > KEPT;
    }
  }
}
