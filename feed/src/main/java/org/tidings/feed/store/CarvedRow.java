package org.tidings.feed.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A row found in a damaged file: numbers as Long or Double, texts as String, bytes as byte[]; the
/// place of NULL, and of the number that is the row's own, is empty. Immutable.
///
/// @param rowId its number
/// @param values column by column
public record CarvedRow(long rowId, List<Optional<Object>> values) {

  private static final int FIRST_BYTES = 12;

  /// The column as this type, if it is one.
  public <T> Optional<T> value(int column, Class<T> type) {
    return values.get(column).filter(type::isInstance).map(type::cast);
  }

  static Optional<CarvedRow> of(long rowId, ByteBuffer record) {
    try {
      int header = (int) varint(record);
      if (header < 1 || header > record.capacity()) {
        return Optional.empty();
      }
      List<Long> types = new ArrayList<>();
      while (record.position() < header) {
        types.add(varint(record));
      }
      record.position(header);
      List<Optional<Object>> values = new ArrayList<>();
      for (long type : types) {
        values.add(value(type, record));
      }
      return Optional.of(new CarvedRow(rowId, values));
    } catch (BufferUnderflowException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<Object> value(long type, ByteBuffer record) {
    return switch ((int) Math.min(type, FIRST_BYTES)) {
      case 0 -> Optional.empty();
      case 1, 2, 3, 4 -> Optional.of(integer(record, (int) type));
      case 5 -> Optional.of(integer(record, 6));
      case 6 -> Optional.of(record.getLong());
      case 7 -> Optional.of(record.getDouble());
      case 8 -> Optional.of(0L);
      case 9 -> Optional.of(1L);
      case FIRST_BYTES -> bytes(type, record);
      default -> throw new BufferUnderflowException();
    };
  }

  private static Optional<Object> bytes(long type, ByteBuffer record) {
    long length = (type - FIRST_BYTES) / 2;
    if (length > record.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[(int) length];
    record.get(bytes);
    return Optional.of(type % 2 == 0 ? bytes : new String(bytes, StandardCharsets.UTF_8));
  }

  private static long integer(ByteBuffer record, int bytes) {
    long number = record.get();
    for (int i = 1; i < bytes; i++) {
      number = number << 8 | Byte.toUnsignedLong(record.get());
    }
    return number;
  }

  static long varint(ByteBuffer from) {
    long number = 0;
    for (int i = 0; i < 8; i++) {
      byte next = from.get();
      number = number << 7 | (next & 0x7F);
      if (next >= 0) {
        return number;
      }
    }
    return number << 8 | Byte.toUnsignedLong(from.get());
  }
}
