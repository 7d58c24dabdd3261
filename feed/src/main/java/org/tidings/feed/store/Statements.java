package org.tidings.feed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;

/// The statements of a connection that stay prepared: those used last. Others would be kept for
/// ever, such as those that name the tables of a build long finished. Confined to one thread.
final class Statements {

  /// More than all that are in use at a time: a statement whose rows are still being read must not
  /// be closed because of those run meanwhile.
  static final int MOST = 300;

  private final Connection connection;
  private final LinkedHashMap<String, PreparedStatement> prepared =
      new LinkedHashMap<>(16, 0.75f, true);

  Statements(Connection connection) {
    this.connection = connection;
  }

  /// The statement for this text, not to be kept.
  PreparedStatement of(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known != null) {
      return known;
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    prepared.put(sql, statement);
    if (prepared.size() > MOST) {
      forget(prepared.firstEntry().getKey());
    }
    return statement;
  }

  /// The next use prepares it anew.
  void forget(String sql) throws SQLException {
    PreparedStatement statement = prepared.remove(sql);
    if (statement != null) {
      statement.close();
    }
  }

  void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }
}
