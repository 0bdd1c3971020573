package travel.opslayer.tenant;

import java.time.ZoneId;

/**
 * A company that uses the service. Nothing of one tenant is ever seen by another.
 *
 * @param id the first part of every key in the database
 * @param code a word for addresses and logs
 * @param zone where its office is
 * @param language of staff and of strangers whose language is not known, ISO 639-1
 */
public record Tenant(int id, String code, String name, ZoneId zone, String language) {}
