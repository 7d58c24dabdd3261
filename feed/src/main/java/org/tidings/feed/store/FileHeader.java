package org.tidings.feed.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The first bytes of a database file, which say how to read all others. Ours always say the same.
/// [File format](https://www.sqlite.org/fileformat2.html#the_database_header). Stateless.
public final class FileHeader {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WAL_AND_FRACTIONS = {2, 2, 0, 64, 32, 32};
  private static final int SCHEMA_FORMAT_AT = 44;
  private static final int SCHEMA_FORMAT = 4;
  private static final int ENCODING_AT = 56;
  private static final int UTF_8 = 1;

  private FileHeader() {}

  /// Writes it anew, into a copy of a file in which it is damaged.
  public static void restore(Path copy) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(MAGIC.length + 2 + WAL_AND_FRACTIONS.length);
    start.put(MAGIC).putShort((short) Connections.PAGE_BYTES).put(WAL_AND_FRACTIONS).flip();
    try (FileChannel file = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      file.write(start, 0);
      file.write(number(SCHEMA_FORMAT), SCHEMA_FORMAT_AT);
      file.write(number(UTF_8), ENCODING_AT);
    }
  }

  private static ByteBuffer number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).flip();
  }
}
