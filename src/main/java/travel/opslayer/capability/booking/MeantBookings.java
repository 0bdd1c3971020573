package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;

/** Which booking a subject is about: its own code, or that of something that was paid for it. */
@Singleton
final class MeantBookings {

  Optional<String> code(Sql sql, int tenant, Asked asked) {
    return Optional.ofNullable(asked.subject()).filter(it -> it.startsWith("BK-"));
  }
}
