package travel.opslayer.facts;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import travel.opslayer.database.Sql;

/** Asks every source what it sees, and makes one flat situation of it for each turn. */
@Singleton
public final class FactCollector {

  private final List<FactSource> sources;

  FactCollector(List<FactSource> sources) {
    this.sources = sources;
  }

  /** Every field that rules may use, in an order that is the same on every machine. */
  public Vocabulary vocabulary() {
    var kinds = sources.stream().flatMap(it -> it.kinds().stream());
    return Vocabulary.of(
        Stream.<Class<? extends Fact>>concat(kinds, Stream.of(WishFact.class))
            .distinct()
            .sorted(Comparator.comparing(Class::getSimpleName))
            .toList());
  }

  public List<Seen> collect(Sql sql, List<Asked> asked, Desk desk) {
    var sheets = new FactSheets();
    sources.forEach(it -> it.look(sql, asked, desk, sheets));
    return asked.stream().map(it -> new Seen(it, sheets.situation(it))).toList();
  }
}
