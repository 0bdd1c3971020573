package travel.opslayer.timeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;

/** What has happened to each object, in order. */
@Singleton
public final class Timeline {

  /** The column, for the seal. */
  public static final String COLUMN = "timeline_entries.text";

  private final TimelineRepository rows;
  private final Vault vault;

  Timeline(TimelineRepository rows, Vault vault) {
    this.rows = rows;
    this.vault = vault;
  }

  /**
   * A line.
   *
   * @param subject code of the object
   * @param actor id of a person, or timer
   * @param decision that led to it
   */
  public record Line(
      UUID id, String subject, String kind, String actor, String text, UUID decision) {

    /** Never the text: it may be personal, and this may reach a log. */
    @Override
    public String toString() {
      return kind + " of " + subject;
    }
  }

  /** Something that has happened, and when. */
  public record Happened(Line line, Instant at) {}

  /** The last thing that has happened to an object since a moment. */
  public Optional<Happened> last(Sql sql, int tenant, String subject, Instant after) {
    return rows.last(sql, tenant, subject, after)
        .map(it -> new Happened(opened(tenant, it), it.at()));
  }

  private Line opened(int tenant, TimelineRepository.Sealed sealed) {
    var it = sealed.line();
    var text = vault.openText(tenant, COLUMN, sealed.text());
    return new Line(it.id(), it.subject(), it.kind(), it.actor(), text, it.decision());
  }

  public void save(Sql sql, int tenant, List<Line> lines, Instant now) {
    if (!lines.isEmpty()) {
      var texts = lines.stream().map(it -> vault.seal(tenant, COLUMN, it.text())).toList();
      rows.save(sql, tenant, lines, texts, now);
    }
  }
}
