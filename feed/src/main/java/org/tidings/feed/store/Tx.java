package org.tidings.feed.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/// A running transaction: runs statements, keeping those prepared that are used most. Confined to
/// the thread that opened it and never kept past the work it was handed to. Failures come out as
/// [StoreException].
public final class Tx {

  /// Of SQLite's, between two questions whether it has to give way: well below a millisecond.
  private static final int STEPS = 1_000;

  private static final String COMMIT = "COMMIT";

  private final Connection connection;
  private final Statements statements;
  private volatile boolean isInterruptible;
  private volatile boolean isInterrupted;

  Tx(Connection connection) {
    this.connection = connection;
    this.statements = new Statements(connection);
  }

  /// A text as it comes back from where it was kept: in UTF-8 half a character has no place, and a
  /// question mark takes it.
  public static String kept(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  /// Runs a statement that changes rows and returns how many.
  public int update(String sql, @Nullable Object... arguments) {
    try {
      return bound(sql, arguments).executeUpdate();
    } catch (SQLException failure) {
      throw failed(sql, failure);
    }
  }

  /// Runs an insert and returns the number of the new row.
  public long insert(String sql, @Nullable Object... arguments) {
    update(sql, arguments);
    return one("SELECT last_insert_rowid()", row -> row.number(1)).orElseThrow();
  }

  /// All rows of a query, so keep a limit in it.
  public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    List<T> rows = new ArrayList<>();
    each(sql, row -> rows.add(mapper.map(row)), arguments);
    return rows;
  }

  /// The first row of a query.
  public <T> Optional<T> one(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    try (ResultSet row = bound(sql, arguments).executeQuery()) {
      return row.next() ? Optional.of(mapper.map(new Row(row))) : Optional.empty();
    } catch (SQLException failure) {
      throw failed(sql, failure);
    }
  }

  /// Hands every row of a query on as it is read. Other statements may run meanwhile, but not this
  /// one again.
  public void each(String sql, Consumer<Row> sink, @Nullable Object... arguments) {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      Row current = new Row(rows);
      while (rows.next()) {
        sink.accept(current);
      }
    } catch (SQLException failure) {
      throw failed(sql, failure);
    }
  }

  /// Runs statements that are not worth keeping prepared, such as those of a migration, separated
  /// by a semicolon at the end of a line.
  public void script(String statements) {
    for (String sql : statements.split(";\\s*\\n", -1)) {
      if (!sql.isBlank()) {
        execute(sql);
      }
    }
  }

  /// Runs a pragma that works as long as somebody takes steps, to its end.
  public void exhaust(String pragma) {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(pragma);
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }

  /// Begins or ends the transaction.
  void control(String sql) {
    try {
      bound(sql).execute();
    } catch (SQLException failure) {
      throw failed(sql, failure);
    }
  }

  /// Ends the transaction for good.
  void commit() {
    try {
      bound(COMMIT).execute();
    } catch (SQLException failure) {
      throw Failures.ofCommit(forgotten(COMMIT, failure));
    }
  }

  /// Undoes the transaction, unless SQLite has done so by itself, as it does where a disk is full.
  void rollBack() {
    try (var statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException failure) {
      if (!String.valueOf(failure.getMessage()).contains("no transaction is active")) {
        throw Failures.translate(failure);
      }
    }
  }

  /// Writes the whole database anew in its place, with every page full, outside of any transaction:
  /// it is one of its own.
  ///
  /// @param folder where the copy lies meanwhile, under no name
  /// @param isInTheWay asked again and again while rows are copied, on this thread; once it says so
  ///     everything stays as it was
  void vacuum(Path folder, BooleanSupplier isInTheWay) {
    execute("PRAGMA temp_store_directory = '" + folder.toString().replace("'", "''") + "'");
    execute("PRAGMA temp_store = FILE");
    try {
      ProgressHandler.setHandler(connection, STEPS, askingFor(isInTheWay));
      execute("VACUUM");
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    } finally {
      endVacuum();
    }
  }

  private static ProgressHandler askingFor(BooleanSupplier isInTheWay) {
    return new ProgressHandler() {
      @Override
      protected int progress() {
        return isInTheWay.getAsBoolean() ? 1 : 0;
      }
    };
  }

  private void endVacuum() {
    try {
      ProgressHandler.clearHandler(connection);
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
    execute("PRAGMA temp_store = MEMORY");
    execute("PRAGMA temp_store_directory = ''");
  }

  void execute(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }

  /// Whether [#interrupt] has any effect from now on.
  void interruptible(boolean now) {
    isInterrupted = false;
    isInterruptible = now;
  }

  /// Ends the statement under way and lets no other begin. From any thread.
  void interrupt() {
    if (isInterruptible) {
      isInterrupted = true;
      interruptStatement();
    }
  }

  /// Ends the statement under way; others may begin. From any thread.
  void interruptStatement() {
    try {
      connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }

  void close() {
    try {
      statements.close();
      connection.close();
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }

  private StoreException failed(String sql, SQLException failure) {
    return Failures.translate(forgotten(sql, failure));
  }

  /// The driver may have thrown the statement away with the failure: the next use prepares it anew.
  private SQLException forgotten(String sql, SQLException failure) {
    try {
      statements.forget(sql);
    } catch (SQLException again) {
      failure.addSuppressed(again);
    }
    return failure;
  }

  private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
    if (isInterrupted) {
      throw new SQLException("interrupted", "", SQLiteErrorCode.SQLITE_INTERRUPT.code);
    }
    PreparedStatement statement = statements.of(sql);
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
    return statement;
  }

  @SuppressWarnings("IfChainToSwitch") // a switch on types is linked anew in every process
  private static void bind(PreparedStatement statement, int at, @Nullable Object argument)
      throws SQLException {
    if (argument == null) {
      statement.setNull(at, 0);
    } else if (argument instanceof Long number) {
      statement.setLong(at, number);
    } else if (argument instanceof Integer number) {
      statement.setInt(at, number);
    } else if (argument instanceof Double number) {
      statement.setDouble(at, number);
    } else if (argument instanceof String text) {
      statement.setString(at, text);
    } else if (argument instanceof byte[] bytes) {
      statement.setBytes(at, bytes);
    } else {
      throw new IllegalArgumentException("cannot bind " + argument.getClass());
    }
  }
}
