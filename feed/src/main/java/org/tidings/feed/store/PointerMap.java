package org.tidings.feed.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.stream.LongStream;

/// Says of each page of a file which page points at it, and so to which tree it belongs, even where
/// the pages between are damaged.
/// [File format](https://www.sqlite.org/fileformat2.html#pointer_map_or_ptrmap_pages). Immutable.
final class PointerMap {

  private static final int PAGE = Connections.PAGE_BYTES;
  private static final int ENTRY_BYTES = 5;
  private static final int FIRST = 2;

  /// A map page and the pages it speaks of.
  private static final int STRIDE = PAGE / ENTRY_BYTES + 1;

  private static final byte ROOT = 1;
  private static final byte IN_TREE = 5;

  /// Trees are never that deep.
  private static final int DEEPEST = 20;

  private final byte[] kinds;
  private final long[] parents;

  private PointerMap(int pages) {
    this.kinds = new byte[pages + 1];
    this.parents = new long[pages + 1];
  }

  static PointerMap of(FileChannel file) throws IOException {
    int pages = Math.toIntExact(file.size() / PAGE);
    PointerMap map = new PointerMap(pages);
    for (long at = FIRST; at <= pages; at += STRIDE) {
      ByteBuffer entries = Carving.page(file, at);
      for (int page = (int) at + 1; page <= Math.min(pages, at + STRIDE - 1); page++) {
        map.kinds[page] = entries.get();
        map.parents[page] = Integer.toUnsignedLong(entries.getInt());
      }
    }
    return map;
  }

  int pages() {
    return kinds.length - 1;
  }

  /// The roots of all trees, but that of the schema, which is page 1.
  List<Long> roots() {
    return LongStream.rangeClosed(FIRST, pages())
        .filter(page -> kinds[(int) page] == ROOT)
        .boxed()
        .toList();
  }

  /// The root of the tree that a page belongs to; 0 where it belongs to none.
  long rootOf(long page) {
    long at = page;
    for (int depth = 0; depth < DEEPEST && at > 1 && at <= pages(); depth++) {
      switch (kinds[(int) at]) {
        case ROOT -> {
          return at;
        }
        case IN_TREE -> at = parents[(int) at];
        default -> {
          return 0;
        }
      }
    }
    return at == 1 ? 1 : 0;
  }
}
