package org.tidings.feed.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
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

  private static final int PAGE = Connections.PAGE_BYTES;

  private FileHeader() {}

  /// Whether the disk gives it out, whatever it says, or it is not the disk that keeps it back.
  public static boolean canBeRead(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.read(ByteBuffer.allocate(PAGE), 0);
      return true;
    } catch (FileSystemException forbidden) {
      return true;
    } catch (IOException lost) {
      return false;
    }
  }

  /// Copies a file in which it is damaged, and writes it anew there. Pages that the disk does not
  /// give out are empty in the copy.
  public static void restore(Path damaged, Path copy) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(MAGIC.length + 2 + WAL_AND_FRACTIONS.length);
    start.put(MAGIC).putShort((short) PAGE).put(WAL_AND_FRACTIONS).flip();
    try (FileChannel from = FileChannel.open(damaged, StandardOpenOption.READ);
        FileChannel file =
            FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = 0; at < from.size(); at += PAGE) {
        int bytes = (int) Math.min(PAGE, from.size() - at);
        file.write(Carving.page(from, at / PAGE + 1).limit(bytes), at);
      }
      file.write(start, 0);
      file.write(number(SCHEMA_FORMAT), SCHEMA_FORMAT_AT);
      file.write(number(UTF_8), ENCODING_AT);
    }
  }

  private static ByteBuffer number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).flip();
  }
}
