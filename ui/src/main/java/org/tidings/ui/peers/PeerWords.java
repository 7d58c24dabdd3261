package org.tidings.ui.peers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.tidings.replication.peer.Progress;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.ByteSize;
import org.tidings.ui.peers.PeerRow.State;

/// What is said about a peer, in a person's words. Thread-safe.
final class PeerWords {
  private static final Duration SOON = Duration.ofMinutes(1);

  private PeerWords() {}

  /// One line about the state of a peer.
  static String of(State state, Instant now, ZoneId zone) {
    return switch (state) {
      case State.Nearby(boolean connected) ->
          Texts.of(connected ? "peers.row.nearbyConnected" : "peers.row.nearby");
      case State.Connected up -> Texts.of("peers.row.connected", path(up), time(up.since(), zone));
      case State.Connecting call -> Texts.of("peers.row.connecting");
      case State.Failed failed -> (failed.sentence() + " " + retry(failed, now, zone)).strip();
      case State.TurnedAway(String sentence, Instant at) ->
          Texts.of("peers.row.turnedAway", time(at, zone), sentence);
    };
  }

  /// What a connection has carried, and what was not taken from it.
  static String traffic(State.Connected up) {
    Progress.Snapshot progress = up.progress();
    String carried = carried(progress, up.bytes().received() + up.bytes().sent());
    return progress.refused().isEmpty() ? carried : carried + "\n" + refused(progress);
  }

  /// Bytes say nothing to people while no message has travelled.
  private static String carried(Progress.Snapshot progress, long bytes) {
    boolean nothing = progress.received() == 0 && progress.sent() == 0;
    return nothing
        ? Texts.of("peers.row.noTraffic")
        : Texts.of(
            "peers.row.traffic", progress.received(), progress.sent(), ByteSize.brief(bytes));
  }

  private static String refused(Progress.Snapshot progress) {
    return Texts.of(
        "peers.row.refused",
        progress.refused().size(),
        EngineWords.of(progress.refused().getFirst().why()));
  }

  /// What is under way on it.
  static String underWay(Progress.Snapshot progress) {
    return Texts.of("peers.row.missing", progress.missing());
  }

  private static String path(State.Connected up) {
    return Texts.of(
        switch (up.path()) {
          case LAN -> up.calledUs() ? "peers.path.lanIn" : "peers.path.lanOut";
          case TUNNEL -> up.calledUs() ? "peers.path.tunnelIn" : "peers.path.tunnelOut";
          case ROOM -> "peers.path.room";
          case DIRECT, ANNOUNCED -> up.calledUs() ? "peers.path.directIn" : "peers.path.directOut";
        });
  }

  private static String retry(State.Failed failed, Instant now, ZoneId zone) {
    return failed
        .retryAt()
        .map(
            at ->
                Duration.between(now, at).compareTo(SOON) < 0
                    ? Texts.of("peers.row.retrySoon")
                    : Texts.of("peers.row.retryAt", time(at, zone)))
        .orElse("");
  }

  /// No line ends before its half of the day.
  private static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .format(at.atZone(zone))
        .replace(' ', '\u00a0');
  }
}
