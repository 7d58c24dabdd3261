package org.tidings.feed.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.tidings.feed.Feeds;
import org.tidings.feed.log.Origin;

/// A whole network's history in a file, the same for the same numbers: made once, then read again.
/// Messages stand in an order in which they may have arrived.
public final class ManyMessages {
  private final Path file;
  private final int count;

  private ManyMessages(Path file, int count) {
    this.file = file;
    this.count = count;
  }

  /// `count` messages by `authors` people, kept in `folder`.
  public static ManyMessages of(Path folder, int count, int authors) throws IOException {
    Path file = folder.resolve("many4-" + count + "-" + authors + ".bin");
    if (Files.notExists(file)) {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "many", ".tmp");
      write(unfinished, new SomeNetwork(authors), count);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return new ManyMessages(file, count);
  }

  private static void write(Path file, SomeNetwork network, int count) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < count; i++) {
        byte[] wire = network.next().wire();
        out.writeInt(wire.length);
        out.write(wire);
      }
    }
  }

  public int count() {
    return count;
  }

  /// Has all of them taken in as imported ones, and answers how many a second were stored.
  public double storeIn(Feeds feeds) throws IOException, InterruptedException {
    CountDownLatch stored = new CountDownLatch(count);
    long start = System.nanoTime();
    each(wire -> offer(feeds, wire, stored));
    stored.await();
    return count / ((System.nanoTime() - start) / 1e9);
  }

  private static void offer(Feeds feeds, byte[] wire, CountDownLatch stored) {
    try {
      feeds.ingest().offer(wire, new Origin.Import(), verdict -> stored.countDown());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Hands every message on, in order.
  public void each(Consumer<byte[]> sink) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      for (int i = 0; i < count; i++) {
        sink.accept(in.readNBytes(in.readInt()));
      }
    }
  }
}
