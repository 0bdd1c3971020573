package travel.opslayer.travelcore.bundled.selling;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.CommandRepository;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Traveller;
import travel.opslayer.travelcore.selling.Travellers;

/** Travellers of the bundled core. */
@Singleton
final class TravellerRepository implements Travellers {

  private static final String NAME = "travellers.name";

  private final CommandRepository commands;
  private final Vault vault;

  TravellerRepository(CommandRepository commands, Vault vault) {
    this.commands = commands;
    this.vault = vault;
  }

  @Override
  public List<Traveller> of(Sql sql, int tenant, UUID booking) {
    return sql.list(
        """
        SELECT place, name, unit FROM core.travellers
        WHERE tenant_id = ? AND booking_id = ? ORDER BY place
        """,
        row -> traveller(row, tenant),
        tenant,
        booking);
  }

  private Traveller traveller(Row row, int tenant) {
    return new Traveller(
        row.integer("place"), vault.openText(tenant, NAME, row.bytes("name")), row.text("unit"));
  }

  /** How many are named, without opening what is sealed. */
  static int count(Sql sql, int tenant, UUID booking) {
    return sql.one(
            """
            SELECT count(*)::int AS named FROM core.travellers
            WHERE tenant_id = ? AND booking_id = ?
            """,
            row -> row.integer("named"),
            tenant,
            booking)
        .orElseThrow();
  }

  @Override
  public CoreResult<Booking> name(Sql sql, Command command, Booking booking, List<Traveller> all) {
    return commands.once(
        sql,
        command,
        "name %s %s".formatted(booking.id(), fingerprint(command.tenant(), all)),
        () -> write(sql, command, booking, all),
        Booking::id,
        it -> BookingRepository.find(sql, command.tenant(), it));
  }

  /** Tells the same names from others in a table where no name may stand. */
  private String fingerprint(int tenant, List<Traveller> all) {
    var content =
        all.stream()
            .map(it -> "%d|%s|%s".formatted(it.place(), it.unit(), it.name()))
            .collect(Collectors.joining("\n"));
    return HexFormat.of().formatHex(vault.index(tenant, "travellers", content));
  }

  private CoreResult<Booking> write(
      Sql sql, Command command, Booking booking, List<Traveller> all) {
    var tenant = command.tenant();
    var it = BookingRepository.unchanged(sql, tenant, booking);
    if (Booking.ENDED.contains(it.state())) {
      return new Rejected<>(Why.NOT_CHANGEABLE, it.state());
    }
    var places = all.stream().map(Traveller::place).distinct().toList();
    if (places.size() < all.size() || places.stream().anyMatch(p -> p < 1 || p > it.party())) {
      return new Rejected<>(Why.INVALID, "places %s of %d".formatted(places, it.party()));
    }
    // The version first: from then on nobody else writes the travellers of this booking.
    var changed = BookingRepository.change(sql, tenant, it, "party = party");
    sql.update(
        "DELETE FROM core.travellers WHERE tenant_id = ? AND booking_id = ?", tenant, it.id());
    sql.update(
        """
        INSERT INTO core.travellers (tenant_id, booking_id, place, name, unit)
        SELECT ?, ?, t.place, t.name, t.unit
        FROM unnest(?::int[], ?::bytea[], ?::text[]) AS t (place, name, unit)
        """,
        tenant,
        it.id(),
        Sql.array("int", all.stream().map(Traveller::place).toList()),
        Sql.array("bytea", all.stream().map(t -> vault.seal(tenant, NAME, t.name())).toList()),
        Sql.array("text", all.stream().map(Traveller::unit).toList()));
    return new Done<>(changed);
  }
}
