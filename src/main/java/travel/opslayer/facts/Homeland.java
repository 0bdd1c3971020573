package travel.opslayer.facts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import travel.opslayer.message.Alias;

/** What the country of a phone number suggests, and no more than that. */
public final class Homeland {

  /** Above that many kinds of time, a country does not tell what time it is there. */
  private static final double MOST = 0.5;

  /** Kinds of time hardly change; any recent day will do. */
  private static final long A_DAY = 1_780_000_000_000L;

  private static final Map<String, Optional<ZoneId>> ZONES = new ConcurrentHashMap<>();

  private Homeland() {}

  /** ISO 3166 code of the country; of a name without a number, the country it begins with. */
  public static Optional<String> country(Alias alias) {
    if (alias.kind() == Alias.Kind.BSUID) {
      return Optional.of(alias.value()).filter(it -> it.length() > 2).map(it -> it.substring(0, 2));
    }
    try {
      var numbers = PhoneNumberUtil.getInstance();
      var region =
          numbers.getRegionCodeForCountryCode(
              numbers.parse('+' + alias.value(), null).getCountryCode());
      return Optional.of(region).filter(it -> !it.equals("ZZ") && !it.equals("001"));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** ISO 3166 code of the country that a zone is in. */
  public static Optional<String> country(ZoneId zone) {
    try {
      return Optional.of(TimeZone.getRegion(zone.getId())).filter(it -> it.length() == 2);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A language tag such as es-ES: what most people of the country speak. */
  public static Optional<String> language(Alias alias) {
    return country(alias)
        .map(it -> ULocale.addLikelySubtags(new ULocale("und_" + it)))
        .map(it -> it.getLanguage() + '-' + it.getCountry());
  }

  /** The zone of the country, when one is kept by most of it. */
  public static Optional<ZoneId> zone(Alias alias) {
    return country(alias).flatMap(it -> ZONES.computeIfAbsent(it, Homeland::zoneOf));
  }

  private static Optional<ZoneId> zoneOf(String country) {
    var names = TimeZoneNames.getInstance(ULocale.ENGLISH);
    var kinds = new HashMap<String, Integer>();
    var ids = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null);
    var now = A_DAY;
    for (var id : ids) {
      var kind = names.getMetaZoneID(id, now);
      kinds.merge(kind == null ? id : kind, 1, Integer::sum);
    }
    return kinds.entrySet().stream()
        .max(Comparator.comparing(Map.Entry::getValue))
        .filter(it -> it.getValue() > ids.size() * MOST)
        .map(it -> names.getReferenceZoneID(it.getKey(), country))
        .map(ZoneId::of);
  }
}
