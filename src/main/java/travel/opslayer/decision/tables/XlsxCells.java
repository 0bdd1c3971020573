package travel.opslayer.decision.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import travel.opslayer.decision.language.Lexicon;

/** The cells of a workbook as text; what shows something else than it holds is refused. */
final class XlsxCells {

  private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d*)\\.\\d+");
  private static final double LARGEST_WHOLE = 1e15;

  /** Excel takes no longer one, and to apply it takes as long as its square. */
  private static final int LONGEST_FORMAT = 255;

  /** More in one cell are nobody's work, and to find each takes longer than the one before. */
  private static final int MOST_RUNS = 100;

  private final DataFormatter shown = new DataFormatter(Locale.ROOT);
  private final Refusals refusals;

  /** Takes note of what is wrong at a place; rows count from 1, columns from 0. */
  interface Refusals {
    void at(int row, int column, String sentence, String advice);
  }

  XlsxCells(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * @param isDays whether the column asks for days: there alone is a date what it says
   */
  String text(Cell cell, boolean isDays) {
    if (format(cell).startsWith(";;")) {
      return refuse(
          cell, "This cell shows nothing and holds something (%s).", "format it as text.");
    }
    if (format(cell).length() > LONGEST_FORMAT || showsOther(cell)) {
      return refuse(
          cell, "This cell shows something else than it holds (%s).", "format it as text.");
    }
    if (isStruckOut(cell)) {
      return refuse(cell, "This is struck out (%s).", "delete it, or take the line away.");
    }
    return switch (cell.getCellType()) {
      case FORMULA -> refuse(cell, "This is a formula (%s).", "type the value instead.");
      case ERROR -> refuse(cell, "Excel shows an error here (%s).", "type the value instead.");
      case BOOLEAN -> cell.getBooleanCellValue() ? "yes" : "no";
      case NUMERIC -> number(cell, isDays);
      case STRING -> Grid.clean(cell.getStringCellValue());
      case BLANK, _NONE -> "";
    };
  }

  private String number(Cell cell, boolean isDays) {
    if (DateUtil.isCellDateFormatted(cell)) {
      if (isDays) {
        return isDay(cell)
            ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
            : refuse(
                cell,
                "This day is shown without its year, or with an hour (%s).",
                "format the cell as yyyy-mm-dd.");
      }
      return refuse(
          cell,
          "Excel has made a date of this (%s).",
          "format the cell as text and type it again.");
    }
    if (format(cell).contains("%")) {
      return refuse(
          cell, "This is a percentage (%s).", "format the cell as text and type it again.");
    }
    var number = cell.getNumericCellValue();
    var plain =
        number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE
            ? String.valueOf((long) number)
            : BigDecimal.valueOf(number).toPlainString();
    var seen = shown.formatCellValue(cell);
    if (Math.abs(number) < LARGEST_WHOLE && showsDigits(cell) && isSame(seen, plain)) {
      return plain;
    }
    return refuse(
        cell,
        plain,
        "Excel shows this number (%s) otherwise than it keeps it.",
        "format the cell as text and type it again.");
  }

  /** A format may be a word, which is shown whatever the number is. */
  private static boolean showsDigits(Cell cell) {
    var signs = format(cell).replaceAll("\"[^\"]*\"|\\\\.", "");
    return signs.equals("general") || signs.matches(".*[0#?@].*");
  }

  /** Signs between thousands, and decimals that are nought, are for the eye. */
  private static boolean isSame(String seen, String plain) {
    var digits = seen.replaceAll("[, ]", "");
    return digits.equals(plain)
        || (DECIMAL.matcher(digits).matches()
            && new BigDecimal(digits).compareTo(new BigDecimal(plain)) == 0);
  }

  /** A whole day, shown with its year. */
  private static boolean isDay(Cell cell) {
    return cell.getNumericCellValue() == Math.rint(cell.getNumericCellValue())
        && format(cell).contains("y");
  }

  /** Readers take it as deleted. */
  private static boolean isStruckOut(Cell cell) {
    var font = cell.getCellStyle().getFontIndex();
    return cell.getCellType() != CellType.BLANK
        && (cell.getSheet().getWorkbook().getFontAt(font).getStrikeout()
            || isPartlyStruckOut(cell));
  }

  private static boolean isPartlyStruckOut(Cell cell) {
    return cell.getCellType() == CellType.STRING
        && cell.getRichStringCellValue() instanceof XSSFRichTextString text
        && (text.numFormattingRuns() > MOST_RUNS
            || IntStream.range(0, text.numFormattingRuns())
                .mapToObj(text::getFontOfFormattingRun)
                .anyMatch(it -> it != null && it.getStrikeout()));
  }

  /** A format may hide a text or put words around it. */
  private static boolean showsOther(Cell cell) {
    if (cell.getCellType() != CellType.STRING) {
      return false;
    }
    var signs =
        format(cell).replaceAll("\"[^\"]*\"|\\\\.", "q").replaceAll("\\[[^\\]]*]|[_*].", "");
    var parts = List.of(signs.split(";", -1));
    var text =
        parts.size() > 3
            ? parts.get(3)
            : parts.stream().filter(it -> it.contains("@")).findFirst().orElse("@");
    return !text.strip().equals("@") && !text.strip().equals("general");
  }

  private static String format(Cell cell) {
    var format = cell.getCellStyle().getDataFormatString();
    return format == null ? "general" : format.toLowerCase(Locale.ROOT);
  }

  private String refuse(Cell cell, String sentence, String advice) {
    var written = cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() : cell.toString();
    return refuse(cell, written, sentence, advice);
  }

  private String refuse(Cell cell, String written, String sentence, String advice) {
    refusals.at(
        cell.getRowIndex() + 1,
        cell.getColumnIndex(),
        sentence.formatted(Lexicon.shorten(written)),
        advice);
    return "?";
  }
}
