package org.tidings.feed.store;

import java.util.Arrays;
import java.util.Optional;

/// The four kinds of pages that trees are made of.
/// [File format](https://www.sqlite.org/fileformat2.html#b_tree_pages).
enum TreePage {
  TABLE(0x05),
  TABLE_LEAF(0x0D),
  /// Also of tables whose rows have no numbers.
  INDEX(0x02),
  INDEX_LEAF(0x0A);

  private static final int PAGE = Connections.PAGE_BYTES;
  private static final int MOST_IN_TABLE = PAGE - 35;
  private static final int MOST_IN_INDEX = (PAGE - 12) * 64 / 255 - 23;
  private static final int LEAST = (PAGE - 12) * 32 / 255 - 23;

  private final byte mark;

  TreePage(int mark) {
    this.mark = (byte) mark;
  }

  static Optional<TreePage> of(byte mark) {
    return Arrays.stream(values()).filter(kind -> kind.mark == mark).findFirst();
  }

  boolean hasNumbers() {
    return this == TABLE || this == TABLE_LEAF;
  }

  boolean pointsDown() {
    return this == TABLE || this == INDEX;
  }

  boolean holdsRows() {
    return this != TABLE;
  }

  int headerBytes() {
    return pointsDown() ? 12 : 8;
  }

  /// So much of a row of that length lies in the page itself.
  int localBytes(int length) {
    int most = hasNumbers() ? MOST_IN_TABLE : MOST_IN_INDEX;
    if (length <= most) {
      return length;
    }
    int fitting = LEAST + (length - LEAST) % (PAGE - 4);
    return fitting <= most ? fitting : LEAST;
  }
}
