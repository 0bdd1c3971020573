package travel.opslayer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a query finds, as text. */
final class Rows {

  private Rows() {}

  static List<Map<String, Object>> read(Connection database, String sql, Object... values) {
    try (var statement = database.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      var rows = new ArrayList<Map<String, Object>>();
      try (var results = statement.executeQuery()) {
        var names = results.getMetaData();
        while (results.next()) {
          var row = new LinkedHashMap<String, Object>();
          for (var i = 1; i <= names.getColumnCount(); i++) {
            row.put(names.getColumnLabel(i), String.valueOf(results.getObject(i)));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
