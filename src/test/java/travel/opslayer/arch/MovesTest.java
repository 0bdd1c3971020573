package travel.opslayer.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Decision;

/** There is one way to a new state. */
class MovesTest {

  @Test
  void no_action_asks_for_the_next_state_by_itself() {
    noClasses()
        .should()
        .callMethod(Decision.class, "movesTo")
        .orShould()
        .callMethod(Decision.class, "movesTo", String.class)
        .because("what is undeclared is refused in the same way everywhere: action.Moves")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("travel.opslayer.capability", "travel.opslayer.sale"));
  }
}
