package org.tidings.feed.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// One row of an answer, columns counted from 1. Only valid while it is being mapped.
public final class Row {

  private final ResultSet row;

  Row(ResultSet row) {
    this.row = row;
  }

  public long number(int column) {
    try {
      return row.getLong(column);
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }

  public int integer(int column) {
    return Math.toIntExact(number(column));
  }

  public double real(int column) {
    try {
      return row.getDouble(column);
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }

  /// The text, or an empty one for NULL. Handed over as bytes, which is faster for the driver.
  public String text(int column) {
    return new String(bytes(column), UTF_8);
  }

  /// The bytes, or none for NULL.
  public byte[] bytes(int column) {
    try {
      byte[] bytes = row.getBytes(column);
      return bytes == null ? new byte[0] : bytes;
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }

  /// Whatever it is: Integer, Long, Double, String, byte[], or null.
  public @Nullable Object value(int column) {
    try {
      return row.getObject(column);
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }

  public boolean isNull(int column) {
    try {
      return row.getObject(column) == null;
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }
}
