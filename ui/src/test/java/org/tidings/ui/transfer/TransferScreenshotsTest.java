package org.tidings.ui.transfer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.Drawing;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws what is said of files of messages.
@Tag("screenshots")
class TransferScreenshotsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void files(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, task -> {}, FxThread::run)) {
      Transfers transfers = test.workspace().transfers();
      test.dialogs().saveIn(folder);
      Fx.run(transfers::save);
      Drawing.of(theme).draw("transfer-under-way", () -> bar(transfers));
    }
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeFeed mara = SomeFeed.of("Mara");
      mara.post("low water at noon");
      Path mixed = folder.resolve("from-the-harbour.ndjson");
      Files.writeString(
          mixed,
          new String(mara.values().getFirst(), StandardCharsets.UTF_8) + "\neggs\nmilk\n{}\n");
      test.dialogs().pick(mixed);
      Fx.run(test.workspace().transfers()::takeIn);
      Drawing.of(theme).draw("transfer-taken", () -> bar(test.workspace().transfers()));
      Drawing.large(theme).draw("transfer-taken-large", () -> bar(test.workspace().transfers()));
      test.dialogs().pick(Files.writeString(folder.resolve("notes.txt"), "eggs\n"));
      Fx.run(test.workspace().transfers()::takeIn);
      Drawing.of(theme).draw("transfer-nothing", () -> bar(test.workspace().transfers()));
    }
  }

  private static Parent bar(Transfers transfers) {
    BorderPane screen = new BorderPane();
    screen.setTop(new TransferBar(transfers));
    return screen;
  }
}
