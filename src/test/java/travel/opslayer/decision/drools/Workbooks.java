package travel.opslayer.decision.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import travel.opslayer.decision.RuleFile;

/** Workbooks of the small office, each made here with one thing that people or attackers do. */
final class Workbooks {

  static final String PERMIT = "20-authorise/permit.xlsx";
  static final String OFFERS = "20-authorise/offers.xlsx";

  static final List<List<String>> GOOD =
      List.of(
          List.of("Action", "Role", "Lead state", "Own lead", "When told"),
          List.of("ask_price", "customer", "", "", "Lucía & co."),
          List.of("send_quote", "sales, manager", "not closed", "yes", ""));

  private static final List<List<String>> GOOD_OFFERS =
      List.of(
          List.of(
              "Action",
              "Role",
              "Own lead",
              "Product",
              "People",
              "Trip starts",
              "Holiday",
              "Silent for",
              "Total",
              "Note"),
          List.of("ask_price", "customer", "", "", "2-5", "", "", "", "", ""));

  private Workbooks() {}

  static RuleFile permit(Consumer<XSSFSheet> change) {
    return table(PERMIT, "Permit", GOOD, change);
  }

  static RuleFile offers(Consumer<XSSFSheet> change) {
    return table(OFFERS, "Offers", GOOD_OFFERS, change);
  }

  static RuleFile table(
      String name, String sheetName, List<List<String>> rows, Consumer<XSSFSheet> change) {
    try (var workbook = new XSSFWorkbook()) {
      var sheet = workbook.createSheet(sheetName);
      for (var i = 0; i < rows.size(); i++) {
        var row = sheet.createRow(i);
        for (var j = 0; j < rows.get(i).size(); j++) {
          row.createCell(j).setCellValue(rows.get(i).get(j));
        }
      }
      change.accept(sheet);
      return new RuleFile(name, bytes(workbook));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Workbook workbook) throws IOException {
    var bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    return bytes.toByteArray();
  }

  /** A new cell in the second row, shown in a format. */
  static Cell styled(Sheet sheet, int column, String format) {
    var workbook = sheet.getWorkbook();
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    var cell = sheet.getRow(1).createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  /** Half of the roles of the first row. */
  static void partlyStruckOut(XSSFSheet sheet) {
    var text = sheet.getWorkbook().getCreationHelper().createRichTextString("sales, manager");
    var font = sheet.getWorkbook().createFont();
    font.setStrikeout(true);
    text.applyFont(5, 14, font);
    sheet.getRow(1).getCell(1).setCellValue(text);
  }

  /** The same workbook with one part of it changed behind the back of any library. */
  static RuleFile changed(RuleFile workbook, String part, UnaryOperator<String> change) {
    return rewritten(workbook, part, change, Map.of());
  }

  /** The same workbook with one part more. */
  static RuleFile with(RuleFile workbook, String part, String text) {
    return rewritten(workbook, "", it -> it, Map.of(part, text));
  }

  private static RuleFile rewritten(
      RuleFile workbook, String part, UnaryOperator<String> change, Map<String, String> more) {
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(workbook.bytes()));
        var out = new ZipOutputStream(bytes)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        var content = in.readAllBytes();
        out.write(
            entry.getName().equals(part)
                ? change.apply(new String(content, UTF_8)).getBytes(UTF_8)
                : content);
      }
      for (var it : more.entrySet()) {
        out.putNextEntry(new ZipEntry(it.getKey()));
        out.write(it.getValue().getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RuleFile(workbook.name(), bytes.toByteArray());
  }

  /** A zip of parts: names and texts in turn. */
  static byte[] zip(String... namesAndTexts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A document of a word processor. */
  static byte[] letter() {
    return zip(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        "word/document.xml",
        "<w/>");
  }

  /** A workbook that asks for a password. */
  static byte[] encrypted() throws IOException, GeneralSecurityException {
    try (var files = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(files)) {
        out.write(permit(it -> {}).bytes());
      }
      var bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }
}
