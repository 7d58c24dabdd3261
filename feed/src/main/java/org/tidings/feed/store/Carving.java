package org.tidings.feed.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds rows in a database file whose structure is damaged: looks at every page for itself,
/// follows no tree downwards, and believes no header. What it finds may be wrong, so whoever takes
/// it checks it. [File format](https://www.sqlite.org/fileformat2.html). Confined to one thread.
public final class Carving implements AutoCloseable {

  /// Page 1 is the root of the tree that says which other trees there are.
  public static final long SCHEMA = 1;

  private static final Logger log = LoggerFactory.getLogger(Carving.class);
  private static final int PAGE = Connections.PAGE_BYTES;

  /// Where the header of a page says which page below it is the last.
  private static final int LAST_BELOW = 8;

  private final FileChannel file;
  private final PointerMap map;
  private final PageRows rows = new PageRows(this::page);

  private Carving(FileChannel file) throws IOException {
    this.file = file;
    this.map = PointerMap.of(file);
  }

  /// Takes one row found.
  @FunctionalInterface
  public interface Sink {
    void row(CarvedRow row);
  }

  public static Carving of(Path file) {
    try {
      return new Carving(FileChannel.open(file, StandardOpenOption.READ));
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /// The roots of all trees there are, but that of the schema.
  public List<Long> roots() {
    return map.roots();
  }

  /// Whether a tree is that of a table whose rows have numbers; empty where its root is no page of
  /// a tree.
  public Optional<Boolean> hasNumbers(long root) {
    return PageRows.kindOf(page(root), root).map(TreePage::hasNumbers);
  }

  /// Hands on every row of every table with numbers that can be made out in the file, old ones on
  /// pages that are free now included.
  public void each(Sink sink) {
    for (long number = 1; number <= map.pages(); number++) {
      ByteBuffer page = page(number);
      if (PageRows.kindOf(page, number).equals(Optional.of(TreePage.TABLE_LEAF))) {
        rows.each(page, number, TreePage.TABLE_LEAF, sink);
      }
    }
  }

  /// Hands on every row of one tree. Returns whether all its pages are there and could be read.
  public boolean tree(long root, Sink sink) {
    boolean isWhole = root <= map.pages();
    for (long number = 1; number <= map.pages(); number++) {
      if (number == root || map.rootOf(number) == root) {
        ByteBuffer page = page(number);
        Optional<TreePage> kind = PageRows.kindOf(page, number);
        isWhole &=
            kind.isPresent()
                && rows.each(page, number, kind.get(), sink)
                && hasWhatItPointsAt(page, number, kind.get());
      }
    }
    return isWhole;
  }

  /// Whether no page below this one lies beyond the end of the file.
  private boolean hasWhatItPointsAt(ByteBuffer page, long number, TreePage kind) {
    if (!kind.pointsDown()) {
      return true;
    }
    int header = PageRows.header(number);
    boolean hasAll = isHere(page.getInt(header + LAST_BELOW));
    int cells = Short.toUnsignedInt(page.getShort(header + 3));
    for (int i = 0; i < Math.min(cells, (PAGE - header - kind.headerBytes()) / 2); i++) {
      int at = Short.toUnsignedInt(page.getShort(header + kind.headerBytes() + 2 * i));
      hasAll &= at <= PAGE - Integer.BYTES && isHere(page.getInt(at));
    }
    return hasAll;
  }

  private boolean isHere(int number) {
    return Integer.toUnsignedLong(number) <= map.pages();
  }

  private ByteBuffer page(long number) {
    return page(file, number);
  }

  /// A page; an empty one beyond the end of the file, and where the disk does not give it out.
  static ByteBuffer page(FileChannel file, long number) {
    ByteBuffer page = ByteBuffer.allocate(PAGE);
    try {
      file.read(page, (number - 1) * PAGE);
    } catch (IOException lost) {
      log.info("page {} cannot be read: {}", number, lost.getMessage());
    }
    return page.clear();
  }

  private static StoreException unreadable(IOException failure) {
    return new StoreException(
        StoreException.Kind.FAILED, "The damaged file cannot be read.", failure);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }
}
