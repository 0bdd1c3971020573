package travel.opslayer.decision.drools;

import static travel.opslayer.decision.drools.Workbooks.PERMIT;
import static travel.opslayer.decision.drools.Workbooks.changed;
import static travel.opslayer.decision.drools.Workbooks.permit;
import static travel.opslayer.decision.drools.Workbooks.with;
import static travel.opslayer.decision.drools.Workbooks.zip;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import travel.opslayer.decision.RuleFile;

/** Workbooks that would take all time or memory, or that programs read in two ways. */
final class HostileWorkbooks {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String STRINGS = "xl/sharedStrings.xml";

  private HostileWorkbooks() {}

  static Map<String, RuleFile> all() {
    var all = new TreeMap<String, RuleFile>();
    var good = permit(it -> {});
    all.put(
        "xlsx of a large sheet", inside(good, SHEET, "</sheetData>", "<row/>".repeat(5_000_000)));
    all.put("xlsx of many cells", inside(good, SHEET, "</row>", "<c/>".repeat(1_900_000)));
    all.put("xlsx of many merged cells", inside(good, SHEET, "</worksheet>", merged(200_000)));
    all.put(
        "xlsx of columns set out again and again",
        inside(good, SHEET, "<sheetData", "<cols>" + columns(60_000) + "</cols>"));
    all.put(
        "xlsx of a cell that is there twice",
        changed(good, SHEET, it -> it.replaceFirst("<c r=\"B3\"", "<c r=\"B3\"/><c r=\"B3\"")));
    all.put("xlsx of a sheet elsewhere with too many columns", elsewhere(good));
    for (var format : new String[] {"y", "0.0;", "\"a\"", "[Red]"}) {
      all.put("xlsx of a long format " + format, permit(it -> formatted(it, format)));
    }
    all.put("xlsx of two zips", twice(good));
    all.put("xlsx of deep tags", inside(good, SHEET, "</worksheet>", "<a>".repeat(2_000_000)));
    all.put("xlsx of many texts", inside(good, STRINGS, "</sst>", "<si><t/></si>".repeat(500_000)));
    all.put("xlsx of one text", inside(good, STRINGS, "</t>", "x".repeat(3 << 20)));
    all.put("xlsx of many parts", new RuleFile(PERMIT, zip(parts(5_000))));
    return all;
  }

  /** Where a sheet is, only the workbook says. */
  private static RuleFile elsewhere(RuleFile workbook) {
    var there = "xl/data/s.xml";
    var large = new String[1];
    changed(
        workbook,
        SHEET,
        it -> {
          large[0] = it.replace("<sheetData", "<cols>" + columns(60_000) + "</cols><sheetData");
          return it;
        });
    var types =
        changed(workbook, "[Content_Types].xml", it -> it.replace("/" + SHEET, "/" + there));
    var linked =
        changed(
            types,
            "xl/_rels/workbook.xml.rels",
            it -> it.replace("worksheets/sheet1.xml", "data/s.xml"));
    return with(linked, there, large[0]);
  }

  private static void formatted(XSSFSheet sheet, String format) {
    var style = sheet.getWorkbook().createCellStyle();
    var text = format.repeat(60_000 / format.length());
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(text));
    for (var row : sheet) {
      var cell = row.createCell(2);
      cell.setCellValue(5.5);
      cell.setCellStyle(style);
    }
  }

  private static String merged(int count) {
    return IntStream.range(1, count)
        .mapToObj(i -> "<mergeCell ref=\"A%d:B%d\"/>".formatted(i, i))
        .collect(Collectors.joining("", "<mergeCells>", "</mergeCells>"));
  }

  private static String columns(int count) {
    return IntStream.range(0, count)
        .mapToObj("<col min=\"1\" max=\"16384\" width=\"%d\"/>"::formatted)
        .collect(Collectors.joining());
  }

  /** Programs that read from the front see another table than those that begin at the end. */
  private static RuleFile twice(RuleFile workbook) {
    var one = workbook.bytes();
    var both = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, both, one.length, one.length);
    return new RuleFile(workbook.name(), both);
  }

  private static RuleFile inside(RuleFile workbook, String part, String before, String more) {
    return changed(
        workbook,
        part,
        it -> {
          var at = it.indexOf(before);
          return it.substring(0, at) + more + it.substring(at);
        });
  }

  private static String[] parts(int count) {
    return IntStream.range(0, 2 * count)
        .mapToObj(i -> i % 2 == 0 ? "xl/part%d.xml".formatted(i) : "<x/>")
        .toArray(String[]::new);
  }
}
