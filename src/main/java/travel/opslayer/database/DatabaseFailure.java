package travel.opslayer.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The database did not do what it was asked. The message names the statement and the objects of the
 * database, never a value: values are what people wrote, and their numbers.
 */
public class DatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LEGIBLE = 200;

  private final String sqlState;

  DatabaseFailure(String sentence, String sqlState) {
    super(sentence);
    this.sqlState = sqlState;
  }

  static DatabaseFailure of(String what, SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    var sentence = sentence(what, state, server(e));
    return switch (state) {
      case "40001", "40P01" -> new TryAgain(sentence, state);
      default -> new DatabaseFailure(sentence, state);
    };
  }

  /** Whether there is no database to talk to at the moment. */
  public boolean isUnreachable() {
    return sqlState.isEmpty()
        || sqlState.startsWith("08")
        || sqlState.startsWith("57P")
        || sqlState.startsWith("53");
  }

  private static String sentence(String what, String state, @Nullable ServerErrorMessage server) {
    var shown = what.strip().replaceAll("\\s+", " ");
    var said = new StringBuilder("%s failed (SQLState %s".formatted(cut(shown), state));
    // Messages of class 22 quote the value that did not fit.
    if (server != null && !state.startsWith("22")) {
      said.append(", ").append(server.getMessage());
    }
    if (server != null && server.getConstraint() != null) {
      said.append(", constraint ").append(server.getConstraint());
    }
    return said.append(')').toString();
  }

  private static String cut(String text) {
    return text.length() <= LEGIBLE ? text : text.substring(0, LEGIBLE) + " …";
  }

  private static @Nullable ServerErrorMessage server(SQLException e) {
    return e instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
  }
}
