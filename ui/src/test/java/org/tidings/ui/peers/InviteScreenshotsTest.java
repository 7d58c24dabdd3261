package org.tidings.ui.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.pub.InviteStep;
import org.tidings.ui.Drawing;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws how an invite is accepted: on its way, and come to nothing.
@Tag("screenshots")
class InviteScreenshotsTest {
  private static final FeedId SOMEBODY = FeedId.of(SomeKeys.of("Somebody").publicKey());
  private static final String SEED = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void onTheWay(ThemeChoice theme) throws IOException {
    String invite = "127.0.0.1:" + closedPort() + ":" + SOMEBODY + "~" + SEED;
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Drawing.of(theme).draw("invite-recognised", () -> box(test, invite, false));
      Drawing.of(theme).draw("invite-failed", () -> box(test, invite, true));
      Drawing.of(theme).draw("invite-wrong", () -> box(test, "something else", true));
      Drawing.of(theme).draw("invite-under-way", InviteScreenshotsTest::underWay);
      Drawing.large(theme).draw("invite-failed-large", () -> box(test, invite, true));
    }
  }

  private static Parent box(TestWorkspace test, String pasted, boolean connect) {
    ConnectViewModel model = new ConnectViewModel(test.workspace());
    model.addressProperty().set(pasted);
    if (connect) {
      model.connect();
    }
    return new ScrollColumn(ScrollColumn.section("peers.byAddress", new ConnectBox(model)));
  }

  private static Parent underWay() {
    TripView view = new TripView();
    view.show(
        Trip.along(Stream.of(InviteStep.Kind.values()).map(kind -> "pub." + kind))
            .begins("pub.FOLLOW")
            .missed("pub.CONNECTION", "The other side did not answer in time."));
    return new ScrollColumn(ScrollColumn.section("peers.byAddress", view));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closedSoon.getLocalPort();
    }
  }
}
