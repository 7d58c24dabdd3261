package org.tidings.ui.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.told.Told;
import org.tidings.replication.lan.LanFault;
import org.tidings.replication.lan.LanState;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.Failure;
import org.tidings.ui.Drawing;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.sync.SyncViewModel;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws the screen of connections in its situations.
@Tag("screenshots")
class PeersScreenshotsTest {
  private static final String LONG_NAME =
      "Maximiliana-Alexandrina von Hohenlohe-Waldenburg-Schillingsfürst zu Öhringen 🏰";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void inEverySituation(ThemeChoice theme) throws IOException {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      draw(Drawing.of(theme), test, "peers-nobody", peers -> peers);
      draw(Drawing.of(theme), test, "peers-offline", peers -> peers.lan(new LanState.NoNetwork()));
      draw(Drawing.of(theme), test, "peers-nearby", PeersScreenshotsTest::neighbours);
      draw(Drawing.of(theme), test, "peers-requests", PeersScreenshotsTest::asked);
      draw(
          Drawing.large(theme).whole(),
          test,
          "peers-requests-large",
          some -> asked(some).onlyInReach());
      draw(Drawing.of(theme), test, "peers-connected", PeersScreenshotsTest::everything);
      draw(Drawing.of(theme), test, "peers-unanswered", PeersScreenshotsTest::broken);
      draw(Drawing.of(theme), test, "peers-rooms", PeersScreenshotsTest::inRooms);
      draw(Drawing.large(theme).whole(), test, "peers-rooms-large", PeersScreenshotsTest::inRooms);
      test.goOnline();
      Drawing.of(theme).draw("peers-code", () -> withCode(test));
      draw(
          Drawing.large(theme).whole(),
          test,
          "peers-connected-large",
          PeersScreenshotsTest::everything);
    }
  }

  @Test
  void fromRightToLeft() {
    Texts.speak(Language.ARABIC);
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      for (Drawing drawing :
          List.of(Drawing.of(ThemeChoice.LIGHT).whole(), Drawing.large(ThemeChoice.DARK).whole())) {
        draw(drawing, test, "peers-requests-arabic", PeersScreenshotsTest::asked);
        draw(drawing, test, "peers-connected-arabic", PeersScreenshotsTest::everything);
        draw(drawing, test, "peers-rooms-arabic", PeersScreenshotsTest::inRooms);
      }
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }

  private static SomePeers neighbours(SomePeers peers) {
    return peers
        .nearby("jonas 🌱", Standing.NEITHER, false)
        .nearby("أميرة الشريف", Standing.FOLLOWED, false)
        .nearby(LONG_NAME, Standing.NEITHER, false)
        .lan(new LanState.Impaired(Told.of(LanFault.HARD_OF_HEARING)));
  }

  private static SomePeers asked(SomePeers peers) {
    return peers
        .request(
            "jonas 🌱", Duration.ZERO, true, "Mara Lindqvist", "健二", "أميرة الشريف", "Zoë", "Bo")
        .request(SomeFeed.of("nobody").id().toString().substring(0, 9), Duration.ofHours(7), false)
        .request(LONG_NAME, Duration.ofDays(3), false, "Mara Lindqvist")
        .connected(
            "jonas 🌱",
            Standing.NEITHER,
            PeerSession.Path.DIRECT,
            new Progress.Snapshot(0, 31, 0, true, List.of()));
  }

  private static SomePeers everything(SomePeers peers) {
    return peers
        .nearby("Mara Lindqvist", Standing.FOLLOWED, true)
        .nearby("健二", Standing.NEITHER, false)
        .connected(
            "Mara Lindqvist",
            Standing.FOLLOWED,
            PeerSession.Path.LAN,
            new Progress.Snapshot(1_204, 31, 3_796, true, List.of()))
        .connected(
            LONG_NAME,
            Standing.NEITHER,
            PeerSession.Path.DIRECT,
            new Progress.Snapshot(0, 1, 0, true, List.of()))
        .calling("健二")
        .failed("jonas 🌱", Failure.TIMEOUT, Duration.ofMinutes(12))
        .turnedAway("Somebody at 203.0.113.9", Failure.OTHER_NETWORK);
  }

  private static SomePeers inRooms(SomePeers peers) {
    return peers
        .connected(
            "the room Bakery",
            Standing.NEITHER,
            PeerSession.Path.ROOM,
            new Progress.Snapshot(0, 0, 0, true, List.of()))
        .room("Bakery", true, 0)
        .room("Room at room.example", false, 0)
        .room(LONG_NAME, true, 1_204)
        .ways(Texts.of("situation.localOnly"));
  }

  /// With one's own address as a code.
  private static Parent withCode(TestWorkspace test) {
    Peers peers = new SomePeers(test.temp().clock().instant()).peers();
    Parent screen = screen(test, peers);
    FxThread.soon(
        () -> {
          ((ToggleButton) screen.lookup(".qr-toggle")).fire();
          FxThread.soon(() -> ((ScrollPane) screen.lookup(".scroll-column")).setVvalue(1));
        });
    return screen;
  }

  private static SomePeers broken(SomePeers peers) {
    return peers
        .failed("jonas 🌱", Failure.UNREACHABLE, Duration.ofSeconds(20))
        .failed("Mara Lindqvist", Failure.PORT_CLOSED, Duration.ofMinutes(12));
  }

  private static void draw(
      Drawing drawing, TestWorkspace test, String name, UnaryOperator<SomePeers> some) {
    Peers peers = some.apply(new SomePeers(test.temp().clock().instant())).peers();
    drawing.draw(name, () -> screen(test, peers));
  }

  private static Parent screen(TestWorkspace test, Peers peers) {
    Parent screen =
        PeersView.screen(
                test.workspace(),
                new PeersViewModel(test.workspace(), () -> peers),
                new SyncViewModel(test.workspace()))
            .content();
    if (Texts.rightToLeft()) {
      screen.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    return screen;
  }
}
