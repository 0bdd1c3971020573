package travel.opslayer.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.arch.HouseClasses.HOUSE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room may know which. The table reads from the bottom of the house to the top. */
class RoomsTest {

  /** What everybody may know; among themselves they know what their own rows say. */
  private static final Set<String> GROUND =
      Set.of("message", "time", "worker", "settings", "database", "crypto", "tenant");

  private static final String TABLE =
      """
      message      |
      time         |
      worker       |
      settings     |
      database     |
      crypto       | settings
      tenant       | database
      http         |
      audit        |
      timeline     |
      consent      |
      approval     |
      change       |
      trip         |
      incident     |
      safety       |
      broadcast    |
      reply        |
      travelcore   |
      payment      |
      channel      |
      media        | channel
      inbox        | channel
      conversation | inbox
      facts        | conversation
      decision     | facts
      timer        | inbox
      action       | conversation facts decision reply timer approval
      sale         | conversation facts decision reply timer action travelcore payment
      capability   | conversation facts decision reply timer action travelcore payment consent sale approval change media trip timeline incident safety broadcast evidence
      outbox       | channel consent
      evidence     | channel consent conversation facts decision outbox
      pipeline     | inbox conversation facts decision action reply timer outbox audit timeline media
      webhook      | channel inbox payment
      demo         | channel inbox
      operations   | channel inbox facts decision reply timer outbox demo pipeline payment conversation travelcore media incident trip broadcast
      cli          | decision
      web          | channel inbox conversation facts decision outbox operations payment media audit
      api          | channel inbox conversation facts decision outbox timeline safety evidence audit
      """;

  static Stream<String> rooms() {
    return table().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_room_knows_only_what_its_row_says(String room) {
    var known = new TreeSet<String>(table().getOrDefault(room, List.of()));
    known.add(room);
    if (!GROUND.contains(room)) {
      known.addAll(GROUND);
    }
    noClasses()
        .that()
        .resideInAPackage(HOUSE + "." + room + "..")
        .should()
        .dependOnClassesThat(areOursBeyond(known))
        .check(HouseClasses.ALL);
  }

  @Test
  void every_room_has_a_row() {
    var rooms =
        HouseClasses.ALL.stream()
            .map(JavaClass::getPackageName)
            .filter(it -> it.startsWith(HOUSE + "."))
            .map(RoomsTest::room)
            .collect(toCollection(TreeSet::new));

    assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(rooms);
  }

  @Test
  void nobody_knows_the_front_door() {
    noClasses()
        .that()
        .resideInAPackage(HOUSE + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HOUSE)
        .check(HouseClasses.ALL);
  }

  @Test
  void the_front_door_starts_the_house_and_knows_no_business() {
    noClasses()
        .that()
        .resideInAPackage(HOUSE)
        .should()
        .dependOnClassesThat(areOursBeyond(Set.of("settings", "crypto", "database", "cli")))
        .check(HouseClasses.ALL);
  }

  @Test
  void there_are_no_circles_between_packages() {
    slices().matching(HOUSE + ".(**)").should().beFreeOfCycles().check(HouseClasses.ALL);
  }

  @Test
  void providers_are_strangers_but_for_the_format_that_two_of_them_share() {
    slices()
        .matching(HOUSE + ".channel.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            Predicates.resideInAPackage(HOUSE + ".channel.meta.."),
            Predicates.resideInAPackage(HOUSE + ".channel.cloudapi.."))
        .check(HouseClasses.ALL);
  }

  @Test
  void providers_of_payments_are_strangers() {
    slices()
        .matching(HOUSE + ".payment.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(), Predicates.resideInAPackage(HOUSE + ".payment.wire.."))
        .check(HouseClasses.ALL);
  }

  @Test
  void capabilities_are_strangers() {
    slices()
        .matching(HOUSE + ".capability.(*)..")
        .should()
        .notDependOnEachOther()
        .check(HouseClasses.ALL);
  }

  /** What is behind a wall, and who may look over it; the house itself is written as a dot. */
  @ParameterizedTest
  @CsvSource({
    "travelcore.bundled, travelcore.bundled",
    "channel.meta, channel.meta",
    "channel.cloudapi, channel.cloudapi channel.meta",
    "channel.sms, channel.sms",
    "channel.sandbox, channel.sandbox operations web.sandbox",
    "payment.stripe, payment.stripe",
    "payment.razorpay, payment.razorpay",
    "payment.bundled, payment.bundled web.sandbox",
    "payment.wire, payment.wire payment.stripe payment.razorpay",
    "database.embedded, . database.embedded",
    "decision.drools, decision.drools pipeline"
  })
  void what_is_behind_a_wall_is_found_by_the_container(String wall, String known) {
    var homes =
        Stream.of(known.split(" ")).map(it -> it.equals(".") ? HOUSE : HOUSE + "." + it + "..");
    noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HOUSE + "." + wall + "..")
        .check(HouseClasses.ALL);
  }

  @Test
  void one_package_knows_drools() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + ".decision.drools..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.kie..", "org.drools..")
        .check(HouseClasses.ALL);
  }

  private static DescribedPredicate<JavaClass> areOursBeyond(Set<String> known) {
    return describe(
        "are ours beyond " + known,
        it -> {
          var home = it.getPackageName();
          return home.startsWith(HOUSE + ".") && !known.contains(room(home));
        });
  }

  private static String room(String home) {
    return home.substring(HOUSE.length() + 1).replaceFirst("\\..*", "");
  }

  private static Map<String, List<String>> table() {
    var table = new LinkedHashMap<String, List<String>>();
    for (var row : TABLE.lines().toList()) {
      var cells = row.split("\\|", -1);
      table.put(
          cells[0].strip(),
          Arrays.stream(cells[1].strip().split(" ")).filter(it -> !it.isEmpty()).toList());
    }
    return table;
  }
}
