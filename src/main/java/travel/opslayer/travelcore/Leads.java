package travel.opslayer.travelcore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;

/**
 * The leads of the travel core. Every command names the turn that caused it; the same turn again
 * changes nothing. A command on a lead that somebody else has changed in the meantime is undone
 * with {@link travel.opslayer.database.TryAgain}, and the turn is taken again on what is true now.
 */
public interface Leads {

  Optional<Lead> byCode(Sql sql, int tenant, String code);

  List<Lead> byCodes(Sql sql, int tenant, Collection<String> codes);

  List<Lead> byIds(Sql sql, int tenant, Collection<UUID> ids);

  /** Open leads of these people, the oldest first. */
  List<Lead> openOf(Sql sql, int tenant, Collection<UUID> people);

  /** All that are open, those that nobody has answered first, then the oldest. */
  List<Lead> open(Sql sql, int tenant);

  /** Makes a lead in state {@code new}, or gives the one that this turn has made before. */
  Lead create(Sql sql, int tenant, UUID turn, Wish wish, Instant now);

  /** What is known of the wish is written over, what is not stays. */
  Lead refine(Sql sql, int tenant, Lead lead, Wish wish, Instant now);

  Lead assign(Sql sql, int tenant, Lead lead, UUID owner, String state);

  Lead move(Sql sql, int tenant, Lead lead, String state);

  /** A colleague has written to the customer. Only the first time counts. */
  Lead answered(Sql sql, int tenant, Lead lead, Instant now);

  Lead quoteAsked(Sql sql, int tenant, Lead lead, Instant now);

  /** What a customer wants, as far as it is known. */
  record Wish(
      UUID person,
      @Nullable String product,
      @Nullable String departure,
      @Nullable Integer party,
      @Nullable LocalDate wantedOn,
      @Nullable String traveller,
      List<String> notes,
      String language,
      String source) {

    public Wish {
      notes = List.copyOf(notes);
    }
  }
}
