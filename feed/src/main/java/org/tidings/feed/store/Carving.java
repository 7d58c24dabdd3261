package org.tidings.feed.store;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Finds rows in a database file whose structure is damaged: looks at every page for itself,
/// follows no tree, and believes no header. What it finds may be old or wrong, so whoever takes it
/// checks it. [File format](https://www.sqlite.org/fileformat2.html). Confined to one thread.
public final class Carving {

  private static final int PAGE = Connections.PAGE_BYTES;
  private static final int TABLE_LEAF = 0x0D;
  private static final int FILE_HEADER = 100;
  private static final int LEAF_HEADER = 8;

  /// Rows longer than any message are none.
  private static final long MOST_BYTES = 1 << 20;

  /// So much of a row lies in the leaf itself when it is too long for it; the format says how much.
  private static final int MOST_LOCAL = PAGE - 35;

  private static final int LEAST_LOCAL = (PAGE - 12) * 32 / 255 - 23;

  private final FileChannel file;

  private Carving(FileChannel file) {
    this.file = file;
  }

  /// Takes one row found.
  @FunctionalInterface
  public interface Sink {
    void row(CarvedRow row);
  }

  /// Hands on every row of every table that can be made out in the file.
  public static void each(Path file, Sink sink) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      new Carving(channel).run(sink);
    } catch (IOException failure) {
      throw new StoreException(
          StoreException.Kind.FAILED, "The file " + file + " cannot be read.", failure);
    }
  }

  private void run(Sink sink) throws IOException {
    long pages = file.size() / PAGE;
    for (long number = 1; number <= pages; number++) {
      ByteBuffer page = page(number);
      int header = number == 1 ? FILE_HEADER : 0;
      if (page.get(header) == TABLE_LEAF) {
        leaf(page, header, sink);
      }
    }
  }

  private void leaf(ByteBuffer page, int header, Sink sink) throws IOException {
    int cells = Short.toUnsignedInt(page.getShort(header + 3));
    int most = (PAGE - header - LEAF_HEADER) / 2;
    for (int i = 0; i < Math.min(cells, most); i++) {
      int at = Short.toUnsignedInt(page.getShort(header + LEAF_HEADER + 2 * i));
      if (at >= header + LEAF_HEADER && at < PAGE) {
        Optional<CarvedRow> row = cell(page.duplicate().position(at));
        if (row.isPresent()) {
          sink.row(row.get());
        }
      }
    }
  }

  private Optional<CarvedRow> cell(ByteBuffer cell) throws IOException {
    try {
      long length = CarvedRow.varint(cell);
      long rowId = CarvedRow.varint(cell);
      if (length < 2 || length > MOST_BYTES) {
        return Optional.empty();
      }
      return CarvedRow.of(rowId, payload(cell, (int) length));
    } catch (BufferUnderflowException damaged) {
      return Optional.empty();
    }
  }

  private ByteBuffer payload(ByteBuffer cell, int length) throws IOException {
    byte[] payload = new byte[length];
    int local = local(length);
    cell.get(payload, 0, local);
    if (local < length) {
      long next = Integer.toUnsignedLong(cell.getInt());
      for (int done = local; done < length; ) {
        ByteBuffer page = page(next);
        int part = Math.min(PAGE - 4, length - done);
        next = Integer.toUnsignedLong(page.getInt());
        page.get(payload, done, part);
        done += part;
      }
    }
    return ByteBuffer.wrap(payload);
  }

  private static int local(int length) {
    if (length <= MOST_LOCAL) {
      return length;
    }
    int fitting = LEAST_LOCAL + (length - LEAST_LOCAL) % (PAGE - 4);
    return fitting <= MOST_LOCAL ? fitting : LEAST_LOCAL;
  }

  /// A page; beyond the end of the file, an empty one.
  private ByteBuffer page(long number) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(PAGE);
    if (number > 0) {
      file.read(page, (number - 1) * PAGE);
    }
    return page.clear();
  }
}
