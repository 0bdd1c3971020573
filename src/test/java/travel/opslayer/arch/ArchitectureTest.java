package travel.opslayer.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.arch.HouseClasses.HOUSE;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.facts.Fact;

/** What holds in every room. Which room may know which is in {@link RoomsTest}. */
class ArchitectureTest {

  private static final Pattern SQL =
      Pattern.compile("\"(?:\"\"\\s*)?(?:SELECT|INSERT|UPDATE|DELETE|WITH)\\s[^\"]");

  private static final Pattern LOGGED =
      Pattern.compile("\\bLOG\\s*\\.\\s*(?:trace|debug|info|warn|error)\\(([^;]*);");

  private static final Pattern PERSONAL =
      Pattern.compile(
          "\\b(?:person|people|sender|alias|aliases|contact|contacts|content|message|messages"
              + "|body|words|bubbles|address|turn|asked|acted|told|written|reply|customer)\\b");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth");

  @Test
  void facts_are_records() {
    classes().that().implement(Fact.class).should().beRecords().check(HouseClasses.ALL);
  }

  @Test
  void actions_stay_at_home() {
    classes()
        .that()
        .implement(ActionHandler.class)
        .should()
        .notBePublic()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(HouseClasses.ALL);
  }

  @Test
  void only_facts_are_public_in_a_capability() {
    classes()
        .that()
        .resideInAPackage(HOUSE + ".capability..")
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and(describe("we wrote", it -> !it.getName().contains(".$")))
        .should()
        .implement(Fact.class)
        .check(HouseClasses.ALL);
  }

  @Test
  void constructors_take_what_they_need() {
    noFields()
        .should()
        .beAnnotatedWith(Inject.class)
        .orShould()
        .beAnnotatedWith(Value.class)
        .orShould()
        .beAnnotatedWith(Property.class)
        .check(HouseClasses.ALL);
  }

  @Test
  void nothing_static_can_change() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(describe("we wrote", it -> !it.getName().contains(".$")))
        .should()
        .beFinal()
        .check(HouseClasses.ALL);
  }

  @Test
  void the_clock_is_handed_in() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + ".time..")
        .should()
        .callMethodWhere(describe("read a clock of their own", ArchitectureTest::readsAClock))
        .check(HouseClasses.ALL);
  }

  private static boolean readsAClock(JavaAccess<?> call) {
    var owner = call.getTargetOwner().getName();
    var name = call.getTarget().getName();
    return (CLOCKS.contains(owner) && name.equals("now"))
        || (owner.equals(Clock.class.getName()) && name.startsWith("system"))
        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
  }

  @Test
  void jdbc_stays_in_the_database_the_repositories_and_the_timer() {
    noClasses()
        .that()
        .resideOutsideOfPackages(HOUSE + ".database..", HOUSE + ".timer..")
        .and()
        .haveSimpleNameNotEndingWith("Repository")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(HouseClasses.ALL);
  }

  @Test
  void addresses_are_given_out_at_the_doors_only() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            HOUSE + ".webhook..",
            HOUSE + ".api..",
            HOUSE + ".web..",
            HOUSE + ".operations..",
            HOUSE + ".http..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.micronaut.http.annotation..")
        .check(HouseClasses.ALL);
  }

  @Test
  void statements_are_written_in_repositories() {
    assertThat(sourcesWith(it -> SQL.matcher(it).find()))
        .allMatch(it -> it.endsWith("Repository.java") || it.equals("Database.java"))
        .hasSizeGreaterThan(10);
  }

  @Test
  void nothing_personal_is_handed_to_a_log() {
    assertThat(
            sourcesWith(
                it ->
                    LOGGED
                        .matcher(it)
                        .results()
                        .map(call -> call.group(1).replaceAll("\"[^\"]*\"", ""))
                        .anyMatch(arguments -> PERSONAL.matcher(arguments).find())))
        .isEmpty();
  }

  private static List<String> sourcesWith(Predicate<String> what) {
    return HouseClasses.sources(HouseClasses.MAIN).stream()
        .filter(it -> what.test(HouseClasses.text(it)))
        .map(it -> it.getFileName().toString())
        .toList();
  }
}
