package org.tidings.feed.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongFunction;

/// Makes out the rows on a page of a tree, whatever state it is in.
/// [File format](https://www.sqlite.org/fileformat2.html#b_tree_pages). Stateless.
///
/// @param pages gives out other pages, on which a long row goes on; an empty one for what is lost
record PageRows(LongFunction<ByteBuffer> pages) {

  private static final int PAGE = Connections.PAGE_BYTES;
  private static final int FILE_HEADER = 100;

  /// Rows longer than that are none.
  private static final long MOST_BYTES = 1 << 20;

  /// Where on a page its own header begins.
  static int header(long number) {
    return number == 1 ? FILE_HEADER : 0;
  }

  static Optional<TreePage> kindOf(ByteBuffer page, long number) {
    return TreePage.of(page.get(header(number)));
  }

  /// Hands on all rows. Returns whether all that the page says to have could be read.
  boolean each(ByteBuffer page, long number, TreePage kind, Carving.Sink sink) {
    int header = header(number);
    int cells = kind.holdsRows() ? Short.toUnsignedInt(page.getShort(header + 3)) : 0;
    int most = (PAGE - header - kind.headerBytes()) / 2;
    boolean isWhole = cells <= most;
    for (int i = 0; i < Math.min(cells, most); i++) {
      int at = Short.toUnsignedInt(page.getShort(header + kind.headerBytes() + 2 * i));
      Optional<CarvedRow> row =
          at >= header + kind.headerBytes() && at < PAGE
              ? cell(page.duplicate().position(at), kind)
              : Optional.empty();
      row.ifPresent(sink::row);
      isWhole &= row.isPresent();
    }
    return isWhole;
  }

  private Optional<CarvedRow> cell(ByteBuffer cell, TreePage kind) {
    try {
      if (kind.pointsDown()) {
        cell.getInt();
      }
      long length = CarvedRow.varint(cell);
      long rowId = kind.hasNumbers() ? CarvedRow.varint(cell) : 0;
      if (length < 2 || length > MOST_BYTES) {
        return Optional.empty();
      }
      return CarvedRow.of(rowId, payload(cell, (int) length, kind.localBytes((int) length)));
    } catch (BufferUnderflowException damaged) {
      return Optional.empty();
    }
  }

  /// The bytes of a row, of which only the first lie in its page; the others in a chain of pages.
  private ByteBuffer payload(ByteBuffer cell, int length, int local) {
    byte[] payload = new byte[length];
    cell.get(payload, 0, local);
    long next = local < length ? Integer.toUnsignedLong(cell.getInt()) : 0;
    for (int done = local; done < length; ) {
      if (next == 0) {
        throw new BufferUnderflowException();
      }
      ByteBuffer page = pages.apply(next);
      int part = Math.min(PAGE - 4, length - done);
      next = Integer.toUnsignedLong(page.getInt());
      page.get(payload, done, part);
      done += part;
    }
    return ByteBuffer.wrap(payload);
  }
}
