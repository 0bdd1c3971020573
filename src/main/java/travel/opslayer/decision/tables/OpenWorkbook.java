package travel.opslayer.decision.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import travel.opslayer.decision.RuleFile;

/** Opens Excel workbooks for whoever reads them; bombs, halves and macros are refused. */
final class OpenWorkbook {

  static {
    // A file of a few kilobytes can unpack to gigabytes.
    ZipSecureFile.setMaxEntrySize(8 << 20);
    ZipSecureFile.setMaxTextSize(2 << 20);
    ZipSecureFile.setMaxFileCount(200);
  }

  private OpenWorkbook() {}

  /** What is made of a workbook while it is open. */
  interface Use<T> {
    T of(XSSFWorkbook workbook) throws Unreadable;
  }

  static <T> T read(RuleFile file, Use<T> use) throws Unreadable {
    if (file.bytes().length > 4 && file.bytes()[0] == (byte) 0xD0) {
      throw new Unreadable(
          file.name(),
          "This is an old Excel file or one with a password.",
          "save it as an Excel workbook (.xlsx) without a password.");
    }
    if (!isSound(file.bytes())) {
      throw noWorkbook(file);
    }
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
      if (workbook.isMacroEnabled()) {
        throw new Unreadable(
            file.name(), "This workbook has macros.", "save it as .xlsx without macros.");
      }
      return use.of(workbook);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever POI throws at a foreign file: it is no workbook, or too big a one.
      throw noWorkbook(file);
    }
  }

  private static Unreadable noWorkbook(RuleFile file) {
    return new Unreadable(
        file.name(),
        "This is not an Excel workbook that can be read.",
        "it was copied in half or is too big; open it in Excel and save it again.");
  }

  private static boolean isSound(byte[] zip) {
    try {
      return XlsxParts.areSound(zip);
    } catch (IOException | IllegalArgumentException e) { // names that are no UTF-8
      return false;
    }
  }
}
