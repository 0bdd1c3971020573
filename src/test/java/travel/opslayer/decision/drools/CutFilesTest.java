package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.file;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.decision.RuleFile;

/** A file that somebody is still copying ends anywhere; half of it must never come into force. */
class CutFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"20-authorise/require.csv", "30-transition/lead.csv"})
  void a_table_cut_anywhere_is_refused_or_has_whole_rows_only(String name) throws IOException {
    var text = Files.readString(Office.FOLDER.resolve(name));
    for (var length = 1; length < text.length(); length++) {
      var cut = text.substring(0, length);
      var isBetweenRows = cut.endsWith("\n") || text.charAt(length) == '\n';
      if (!isBetweenRows) {
        assertThat(Office.problems(file(name, cut))).as(cut).isNotEmpty();
      }
    }
  }

  @Test
  void a_workbook_cut_anywhere_is_refused() {
    var whole = Workbooks.permit(it -> {}).bytes();
    for (var length = 1; length < whole.length; length += 7) {
      var cut = new RuleFile(Workbooks.PERMIT, Arrays.copyOf(whole, length));
      assertThat(Office.problems(cut)).as("cut at %d", length).isNotEmpty();
    }
  }
}
