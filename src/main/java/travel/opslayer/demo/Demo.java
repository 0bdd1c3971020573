package travel.opslayer.demo;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import travel.opslayer.channel.Channels;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;

/**
 * The demo tenant 'Himal Trails', to try the service with: people, products, departures and trips,
 * loaded once into an empty database.
 */
@Singleton
public final class Demo {

  /** When the sandbox's clock starts: a Sunday morning in the office. */
  public static final Instant START = Instant.parse("2026-11-08T03:15:00Z");

  private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

  private final Tenants tenants;
  private final Channels channels;
  private final DemoRepository rows;
  private final FieldRepository field;
  private final InstantSource clock;

  Demo(
      Tenants tenants,
      Channels channels,
      DemoRepository rows,
      FieldRepository field,
      InstantSource clock) {
    this.field = field;
    this.tenants = tenants;
    this.channels = channels;
    this.rows = rows;
    this.clock = clock;
  }

  public void load() {
    var tenant = new Tenant(Channels.FIRST_TENANT, "himal-trails", "Himal Trails", KATHMANDU, "en");
    var now = clock.instant();
    tenants.add(
        tenant,
        sql -> {
          rows.start(sql, tenant.id());
          Table.read("products.csv").forEach(it -> rows.product(sql, tenant.id(), product(it)));
          Table.read("departures.csv")
              .forEach(it -> rows.departure(sql, tenant.id(), departure(it), KATHMANDU));
          Table.read("people.csv")
              .forEach(it -> rows.person(sql, tenant.id(), channels.first(), person(it), now));
          Table.read("trips.csv").forEach(it -> field.trip(sql, tenant.id(), it, KATHMANDU));
          Table.read("days.csv").forEach(it -> field.day(sql, tenant.id(), it));
          Table.read("crew.csv").forEach(it -> field.crew(sql, tenant.id(), it, now));
          Table.read("skills.csv").forEach(it -> field.skill(sql, tenant.id(), it));
          Table.read("guests.csv").forEach(it -> field.guests(sql, tenant.id(), it));
        });
  }

  /** A row of people.csv. */
  record Somebody(
      String code, String name, String role, String phone, List<String> languages, String zone) {

    @Override
    public String toString() {
      return code;
    }
  }

  /** A row of products.csv. */
  record Good(String code, String name, List<String> names) {}

  /** A row of departures.csv; price and cost may be empty. */
  record Leaving(
      String code,
      String product,
      LocalDate starts,
      LocalDate ends,
      String state,
      int capacity,
      int booked,
      String minor,
      String currency,
      String cost) {}

  private static Somebody person(Table.Line row) {
    return new Somebody(
        row.get("code"),
        row.get("name"),
        row.get("role"),
        row.get("phone"),
        List.of(row.get("languages").split(" ")),
        row.get("zone"));
  }

  private static Good product(Table.Line row) {
    return new Good(row.get("code"), row.get("name"), List.of(row.get("names").split("\\|")));
  }

  private static Leaving departure(Table.Line row) {
    return new Leaving(
        row.get("code"),
        row.get("product"),
        LocalDate.parse(row.get("starts")),
        LocalDate.parse(row.get("ends")),
        row.get("state"),
        Integer.parseInt(row.get("capacity")),
        Integer.parseInt(row.get("booked")),
        row.get("minor"),
        row.get("currency"),
        row.get("cost"));
  }
}
