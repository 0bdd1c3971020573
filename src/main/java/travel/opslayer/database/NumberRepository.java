package travel.opslayer.database;

/** Public codes as people type them: LD-301, BK-2041. */
public final class NumberRepository {

  private NumberRepository() {}

  /** The next code of a series; the transactions of one series wait for each other. */
  public static String next(Sql sql, int tenant, String series) {
    var number =
        sql.list(
                """
                INSERT INTO core.numbers AS n (tenant_id, series, last) VALUES (?, ?, 1)
                ON CONFLICT (tenant_id, series) DO UPDATE SET last = n.last + 1 RETURNING last
                """,
                row -> row.longValue("last"),
                tenant,
                series)
            .getFirst();
    return series + "-" + number;
  }
}
