package org.tidings.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tidings.feed.Bounds;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.log.GateState;
import org.tidings.feed.upkeep.Storage;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.workspace.WindowSettings;
import org.tidings.ui.workspace.Workspace;

/// How things stand here, for whoever looks for a fault. It has kinds and numbers only: nothing
/// that was written, no name, id or address.
final class DiagnosticsReport {
  private static final int MEBIBYTE = 1024 * 1024;

  private final List<String> lines = new ArrayList<>();

  private DiagnosticsReport() {}

  /// Of these settings, too. Takes a moment where much is stored.
  static String of(Workspace workspace, WindowSettings settings) {
    DiagnosticsReport report = new DiagnosticsReport();
    report.line("Tidings", workspace.environment().installation().version());
    report.line("written", workspace.environment().clock().instant());
    report.machine();
    report.store(workspace);
    report.connections(workspace.replication().peers());
    report.settings(settings);
    return String.join("\n", report.lines) + "\n";
  }

  private void line(String name, Object value) {
    lines.add(name + ": " + value);
  }

  private void machine() {
    line("system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    line("Java", property("java.vm.name") + " " + property("java.vm.version"));
    line("JavaFX", property("javafx.runtime.version"));
    Runtime runtime = Runtime.getRuntime();
    line("processors", runtime.availableProcessors());
    line("heap", mebibytes(runtime.totalMemory()) + " of " + mebibytes(runtime.maxMemory()));
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String mebibytes(long bytes) {
    return bytes / MEBIBYTE + " MiB";
  }

  private void store(Workspace workspace) {
    Storage storage = workspace.feeds().storage();
    Storage.Sum all = storage.shares(0).others();
    line("feeds", all.feeds());
    line("messages", all.messages());
    line("database", mebibytes(storage.total().bytes()));
    line("free in it", mebibytes(storage.total().free()));
    line("pictures and files", mebibytes(workspace.feeds().blobs().bytes()));
    line("upkeep under way", storage.isBusy());
    for (IndexProgress behind : workspace.feeds().indexing()) {
      line("index " + behind.index(), behind.done() + " of " + behind.total());
    }
    line("posting", workspace.feeds().gate().state() instanceof GateState.Open ? "open" : "held");
  }

  private void connections(List<PeerStatus> peers) {
    peers.stream()
        .collect(Collectors.groupingBy(DiagnosticsReport::kind, Collectors.counting()))
        .forEach((kind, count) -> line("peers " + kind, count));
  }

  private static String kind(PeerStatus peer) {
    return switch (peer) {
      case PeerStatus.Connecting connecting -> "being called";
      case PeerStatus.Connected connected -> "connected";
      case PeerStatus.Failed failed -> "that failed: " + failed.failure();
      case PeerStatus.TurnedAway away -> "turned away: " + away.failure();
    };
  }

  private void settings(WindowSettings settings) {
    line("language", settings.appearance().language());
    line("theme", settings.appearance().theme());
    line("text", settings.appearance().textPercent() + " %");
    Bounds bounds = settings.bounds();
    line("reach", bounds.hops());
    line("limit of pictures and files", mebibytes(bounds.blobBytes()));
    Routes routes = settings.routes();
    line("proxy", routes.proxy().isPresent());
    line("proxy for .onion only", routes.onionOnly());
    line("local network only", routes.localOnly());
    line("only people in reach", routes.onlyInReach());
  }
}
