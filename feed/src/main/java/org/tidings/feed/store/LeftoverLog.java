package org.tidings.feed.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The write-ahead log that a program cut short has left, looked through before SQLite takes it up,
/// which does so to the first frame that is not as it was written and says nothing of those behind.
/// [File format](https://www.sqlite.org/fileformat2.html#walformat). Confined to one thread.
final class LeftoverLog {

  private static final Logger log = LoggerFactory.getLogger(LeftoverLog.class);

  private static final int MAGIC = 0x377F0682;
  private static final int BIG_ENDIAN_SUMS = 1;
  private static final int HEADER = 32;
  private static final int HEADER_SALTS_AT = 16;
  private static final int HEADER_SUMS_AT = 24;
  private static final int FRAME_HEADER = 24;
  private static final int FRAME_SALTS_AT = 8;
  private static final int FRAME_SUMS_AT = 16;
  private static final int PAGE = Connections.PAGE_BYTES;
  private static final int FRAME = FRAME_HEADER + PAGE;
  private static final int FRAMES_AT_ONCE = 256;

  /// How many columns rows of `messages` have: those of older programs lack the last ones.
  private static final Set<Integer> MESSAGE_COLUMNS = Set.of(8, 9, 10);

  private static final int FEED = 1;
  private static final int SEQUENCE = 2;
  private static final int ID = 6;
  private static final int ID_BYTES = 32;

  private final FileChannel file;
  private final List<List<Frame>> lost = new ArrayList<>();
  private List<Frame> underWay = new ArrayList<>();
  private long salts;
  private int sum;
  private int sumOfSums;
  private boolean isSound;

  /// A page as a transaction left it.
  private record Frame(long page, long at) {}

  private LeftoverLog(FileChannel file) {
    this.file = file;
  }

  /// What of it is behind damage; empty when it is as it was written, but for an end that was being
  /// written.
  static Optional<DamagedLog> damage(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      LeftoverLog left = new LeftoverLog(channel);
      left.read();
      return left.lost.isEmpty() ? Optional.empty() : Optional.of(left.damaged());
    }
  }

  private void read() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    fill(header, 0);
    header.clear();
    ByteOrder order =
        (header.getInt(0) & BIG_ENDIAN_SUMS) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    add(header.duplicate().order(order), 0, HEADER_SUMS_AT);
    salts = header.getLong(HEADER_SALTS_AT);
    isSound = (header.getInt(0) & ~BIG_ENDIAN_SUMS) == MAGIC && sumsAt(header, HEADER_SUMS_AT);
    boolean hasSalts = isSound;
    ByteBuffer frames = ByteBuffer.allocate(FRAMES_AT_ONCE * FRAME);
    for (long at = HEADER; fill(frames.clear(), at) >= FRAME; at += frames.capacity()) {
      for (int i = 0; i + FRAME <= frames.limit(); i += FRAME) {
        if (!hasSalts) {
          salts = frames.getLong(i + FRAME_SALTS_AT);
          hasSalts = true;
        }
        take(frames.slice(i, FRAME), order, at + i);
      }
    }
  }

  /// Frames of the log before this one, which it has not written over yet, have other salts.
  private void take(ByteBuffer frame, ByteOrder order, long at) {
    boolean isOfThisLog = frame.getLong(FRAME_SALTS_AT) == salts;
    long page = Integer.toUnsignedLong(frame.getInt(0));
    boolean isCommit = frame.getInt(Integer.BYTES) != 0;
    boolean wasSound = isSound;
    isSound = isSound && isOfThisLog && page != 0 && isAsWritten(frame, order);
    if (isOfThisLog && page != 0) {
      underWay.add(new Frame(page, at));
    }
    if (isCommit && isSound) {
      underWay = new ArrayList<>();
    } else if (isCommit && isOfThisLog && !wasSound) {
      lost.add(underWay);
      underWay = new ArrayList<>();
    }
  }

  private boolean isAsWritten(ByteBuffer frame, ByteOrder order) {
    ByteBuffer words = frame.duplicate().order(order);
    add(words, 0, FRAME_SALTS_AT);
    add(words, FRAME_HEADER, FRAME);
    return sumsAt(frame, FRAME_SUMS_AT);
  }

  /// Each frame's sums go on from those of the one before it.
  private void add(ByteBuffer words, int from, int to) {
    for (int at = from; at < to; at += 2 * Integer.BYTES) {
      sum += words.getInt(at) + sumOfSums;
      sumOfSums += words.getInt(at + Integer.BYTES) + sum;
    }
  }

  private boolean sumsAt(ByteBuffer bytes, int at) {
    return bytes.getInt(at) == sum && bytes.getInt(at + Integer.BYTES) == sumOfSums;
  }

  /// Returns how many bytes there were.
  private int fill(ByteBuffer buffer, long at) throws IOException {
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
      // until it is full, or the file ends
    }
    return buffer.flip().limit();
  }

  private DamagedLog damaged() {
    Map<Long, Long> places = new HashMap<>();
    lost.forEach(frames -> frames.forEach(frame -> places.put(frame.page, frame.at)));
    PageRows rows = new PageRows(number -> page(places.get(number)));
    Map<Long, Long> ends = new HashMap<>();
    for (List<Frame> frames : lost.subList(0, lost.size() - 1)) {
      frames.forEach(frame -> addEnds(frame, rows, ends));
    }
    Map<Long, Long> perhaps = new HashMap<>(ends);
    lost.getLast().forEach(frame -> addEnds(frame, rows, perhaps));
    return new DamagedLog(ends, perhaps);
  }

  private void addEnds(Frame frame, PageRows rows, Map<Long, Long> ends) {
    ByteBuffer page = page(frame.at);
    if (PageRows.kindOf(page, frame.page).equals(Optional.of(TreePage.TABLE_LEAF))) {
      rows.each(page, frame.page, TreePage.TABLE_LEAF, row -> addEnd(row, ends));
    }
  }

  /// Of a row that looks like one of `messages`.
  private static void addEnd(CarvedRow row, Map<Long, Long> ends) {
    if (MESSAGE_COLUMNS.contains(row.values().size())
        && row.value(ID, byte[].class).filter(id -> id.length == ID_BYTES).isPresent()) {
      row.value(FEED, Long.class)
          .ifPresent(
              feed ->
                  row.value(SEQUENCE, Long.class)
                      .ifPresent(sequence -> ends.merge(feed, sequence, Math::max)));
    }
  }

  /// An empty one where there is none, or the disk does not give it out.
  private ByteBuffer page(@Nullable Long at) {
    ByteBuffer page = ByteBuffer.allocate(PAGE);
    try {
      if (at != null) {
        fill(page, at + FRAME_HEADER);
      }
    } catch (IOException unreadable) {
      log.info("a page of the write-ahead log cannot be read: {}", unreadable.getMessage());
    }
    return page.clear();
  }
}
