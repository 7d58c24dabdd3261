package org.tidings.ui.shell;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/// How long frames take: all phases of a pulse, styles and layout on the JavaFX thread
/// and painting on its own, but for waiting. From the events JavaFX leaves for the flight recorder,
/// if that runs before the toolkit starts.
final class FrameTimes implements AutoCloseable {
  private static final String PHASE = "javafx.PulsePhase";

  private final RecordingStream events = new RecordingStream();
  private final Map<Integer, Duration> frames = new ConcurrentHashMap<>();
  private final Map<String, Duration> phases = new ConcurrentHashMap<>();

  FrameTimes() {
    events.enable(PHASE).withoutThreshold().withoutStackTrace();
    events.onEvent(PHASE, this::add);
    events.startAsync();
  }

  private void add(RecordedEvent phase) {
    String name = phase.getString("phaseName");
    if (!name.startsWith("Waiting")) {
      frames.merge(phase.getInt("pulseId"), phase.getDuration(), Duration::plus);
      phases.merge(name, phase.getDuration(), Duration::plus);
    }
  }

  /// Counts from now on.
  void begin() {
    frames.clear();
    phases.clear();
  }

  /// Prints half of, 99 % of and all frames so far.
  void print() throws InterruptedException {
    events.stop();
    double[] ms =
        frames.values().stream().mapToDouble(frame -> frame.toNanos() / 1e6).sorted().toArray();
    System.out.printf(
        "%,d frames: half within %.1f ms, 99 %% within %.1f, the longest %.1f%n",
        ms.length, ms[ms.length / 2], ms[ms.length * 99 / 100], ms[ms.length - 1]);
    phases.forEach(
        (name, all) ->
            System.out.printf("  %s: %.2f ms a frame%n", name, all.toNanos() / 1e6 / ms.length));
  }

  @Override
  public void close() {
    events.close();
  }
}
