package org.tidings.ui.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What each of the two threads that make frames took of the processor for each of them, which says
/// the same on a busy machine: the JavaFX thread, and the one that paints. Confined to the JavaFX
/// thread.
final class BusyThreads {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Busy> busy =
      List.of(new Busy("JavaFX Application Thread"), new Busy("QuantumRenderer"));

  private static final class Busy {
    final String name;
    final long thread;
    final List<Double> frames = new ArrayList<>();
    private long before = -1;

    Busy(String name) {
      this.name = name;
      thread =
          Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
              .flatMap(Stream::ofNullable)
              .filter(one -> one.getThreadName().startsWith(name))
              .findFirst()
              .orElseThrow()
              .getThreadId();
    }

    void frame() {
      long now = THREADS.getThreadCpuTime(thread);
      if (before >= 0) {
        frames.add((now - before) / 1e6);
      }
      before = now;
    }
  }

  /// One frame ends, the next begins.
  void frame() {
    busy.forEach(Busy::frame);
  }

  /// Prints half of, 99 % of and all frames so far.
  void print() {
    for (Busy one : busy) {
      double[] ms = one.frames.stream().mapToDouble(frame -> frame).sorted().toArray();
      System.out.printf(
          "  %s, of the processor: %.2f ms a frame, half within %.1f, 99 %% within %.1f, the"
              + " longest %.1f%n",
          one.name,
          Arrays.stream(ms).average().orElse(0),
          ms[ms.length / 2],
          ms[ms.length * 99 / 100],
          ms[ms.length - 1]);
    }
  }
}
