package travel.opslayer.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;
import travel.opslayer.decision.drools.DroolsReleaseMaker;
import travel.opslayer.decision.drools.Office;

/**
 * Packed folders that would write elsewhere, fill the memory, or show other files than they hold.
 */
class HostileZipsTest {

  private static final Duration GENEROUS = Duration.ofSeconds(10);
  private static final String PERMIT = "20-authorise/permit.csv";

  static Stream<Arguments> zips() {
    return all().entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("zips")
  void each_is_refused_in_a_sentence(String name, byte[] zip) {
    var said = assertTimeoutPreemptively(GENEROUS, () -> said(zip));

    assertThat(said).isNotEmpty().doesNotContain("Exception").doesNotContainPattern("\\p{Cntrl}");
  }

  private static String said(byte[] zip) {
    try {
      return switch (new DroolsReleaseMaker().make(RuleZip.read(zip), Office.TERMS, Office.NOON)) {
        case Made _ -> "";
        case Refused(var problems) -> problems.getFirst().toString();
      };
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Map<String, byte[]> all() {
    var all = new TreeMap<String, byte[]>();
    var folder = zip(Office.files(), "");
    all.put("no zip", "PK".getBytes(UTF_8));
    all.put("nothing", new byte[0]);
    all.put("cut in the middle", Arrays.copyOf(folder, folder.length / 2));
    all.put("cut by a byte", Arrays.copyOf(folder, folder.length - 1));
    all.put("damaged", damaged(folder));
    all.put("out of the folder", zip(List.of(file("../../etc/permit.csv", "x")), ""));
    all.put(
        "out of the folder behind a good name",
        zip(List.of(file("20-authorise/../../x.csv", "x")), ""));
    all.put("from the root", zip(List.of(file("/etc/permit.csv", "x")), ""));
    all.put("from a drive", zip(List.of(file("C:\\rules\\permit.csv", "x")), ""));
    all.put("a name of two lines", zip(List.of(file("20-authorise/per\nmit.csv", "x")), ""));
    all.put("a name with a quote", zip(List.of(file("20-authorise/\"+x+\".csv", "x")), ""));
    all.put("a name of 10,000 letters", zip(List.of(file("x".repeat(10_000) + ".csv", "x")), ""));
    all.put("a zip in a zip", zip(List.of(new RuleFile("20-authorise/permit.xlsx", folder)), ""));
    all.put("one file of 300 MB", zip(List.of(new RuleFile(PERMIT, new byte[300 << 20])), ""));
    all.put("many files", zip(many(5_000, 10), ""));
    all.put("many large files", zip(many(60, 1 << 20), ""));
    all.put(
        "hidden files only",
        zip(List.of(file(".git/x.csv", "x"), file("20-authorise/.x.csv", "x")), ""));
    all.put("one name in two writings", twice());
    return all;
  }

  private static List<RuleFile> many(int count, int size) {
    return Stream.iterate(0, it -> it + 1)
        .limit(count)
        .map(it -> new RuleFile("20-authorise/permit-%d.csv".formatted(it), new byte[size]))
        .toList();
  }

  private static RuleFile file(String name, String text) {
    return new RuleFile(name, text.getBytes(UTF_8));
  }

  /** The backslash of one writing becomes the stroke of the other. */
  private static byte[] twice() {
    var files = new ArrayList<>(Office.files());
    files.add(
        file("20-authorise\\permit.csv", "Action,Role,Lead state,Own lead\nask_price,guide,,\n"));
    return zip(files, "");
  }

  private static byte[] damaged(byte[] zip) {
    var damaged = zip.clone();
    for (var i = 200; i < damaged.length / 2; i += 97) {
      damaged[i] ^= 0x55;
    }
    return damaged;
  }

  private static byte[] zip(List<RuleFile> files, String folder) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var it : files) {
        zip.putNextEntry(new ZipEntry(folder + it.name()));
        zip.write(it.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
