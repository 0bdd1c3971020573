package travel.opslayer.timer;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import travel.opslayer.database.Database;

/**
 * Hands db-scheduler the connection of the running turn, so that a timer is committed with what
 * wants it, or not at all. It may use the connection and not end it.
 */
final class TurnDataSource implements DataSource {

  private final Database database;

  TurnDataSource(Database database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() {
    var running = database.current();
    return (Connection)
        Proxy.newProxyInstance(
            TurnDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, values) -> {
              switch (method.getName()) {
                case "close", "commit":
                  return null;
                case "getAutoCommit":
                  return false;
                default:
                  try {
                    return method.invoke(running, values);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
