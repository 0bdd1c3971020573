package travel.opslayer.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A pack as one page that needs nothing else, and prints well. */
public final class PackPage {

  private static final String STYLE =
      """
      body{font:10pt/1.4 sans-serif;margin:2em;color:#111}
      h1{font-size:16pt}h2{font-size:12pt;margin-top:2em;break-after:avoid}
      table{border-collapse:collapse;width:100%}
      td,th{border:1px solid #bbb;padding:.2em .4em;text-align:left;vertical-align:top;
        overflow-wrap:anywhere;white-space:pre-wrap}
      thead{display:table-header-group}tr{break-inside:avoid}
      @page{size:A4 landscape;margin:12mm}
      """;

  private PackPage() {}

  public static String of(Pack pack) {
    var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">");
    page.append("<title>Evidence ").append(safe(pack.object())).append("</title><style>");
    page.append(STYLE).append("</style><h1>Evidence: ").append(safe(pack.object()));
    page.append("</h1><p>Made ").append(safe(pack.madeAt())).append("</p>");
    pack.sections().forEach((title, rows) -> table(page, title, rows));
    return page.append("</html>\n").toString();
  }

  private static void table(StringBuilder page, String title, List<Map<String, Object>> rows) {
    var columns = new LinkedHashSet<String>();
    rows.forEach(it -> columns.addAll(it.keySet()));
    page.append("<h2>").append(safe(title)).append("</h2><table><thead><tr>");
    columns.forEach(it -> page.append("<th>").append(safe(it)).append("</th>"));
    page.append("</tr></thead><tbody>");
    for (var row : rows) {
      page.append("<tr>");
      columns.forEach(
          it ->
              page.append("<td>")
                  .append(safe(String.valueOf(row.getOrDefault(it, ""))))
                  .append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</tbody></table>\n");
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
